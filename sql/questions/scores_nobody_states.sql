-- Which scores stand in no article and follow from an aggregate and the other leg?
select
    competition,
    season,
    round,
    leg,
    team_1,
    score_1,
    score_2,
    team_2
from results
where is_inferred
order by all
