-- How did Atalanta's season of 2019-20 go by the numbers that articles give: tallies, places, gaps, runs?
select
    place_in_season,
    competition,
    matches,
    metric,
    told,
    other,
    n_claims
from season_as_told
where team = 'Atalanta' and season = '2019-20'
order by place_in_season
