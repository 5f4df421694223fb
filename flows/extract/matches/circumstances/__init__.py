"""What surrounds a match: competition, round, season, day, by its words, its story, its sides."""
