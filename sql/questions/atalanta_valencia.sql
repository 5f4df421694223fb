-- How did the tie between Atalanta and Valencia go, and do its legs add up to the aggregate?
select
    team_1,
    first_leg_1 || '-' || first_leg_2 as first_leg,
    first_leg_home,
    second_leg_1 || '-' || second_leg_2 as second_leg,
    second_leg_home,
    aggregate_1 || '-' || aggregate_2 as aggregate_score,
    team_2,
    winner,
    verdict
from two_legged_ties
where season = '2019-20' and 'Atalanta' in (team_1, team_2) and 'Valencia' in (team_1, team_2)
order by round
