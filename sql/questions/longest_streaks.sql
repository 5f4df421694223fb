-- Which runs of matches do the articles tell, the longest first?
select
    team,
    streak,
    length,
    competition,
    season,
    n_claims
from streaks
order by length desc, team asc, streak asc, competition asc, season asc
