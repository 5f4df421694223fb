"""Numbers told in a row: wins, draws and defeats, standings, charts of scorers, fact boxes."""
