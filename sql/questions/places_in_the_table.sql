-- Which places in a table do the articles tell, during a season and at its end?
select
    competition,
    season,
    team,
    place,
    is_final,
    matches,
    n_claims
from league_positions
order by competition asc nulls last, season asc nulls last, is_final desc, place asc, team asc, matches asc
