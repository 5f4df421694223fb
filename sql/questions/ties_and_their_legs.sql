-- Which two-legged ties do the articles tell, and do the legs add up to the aggregate?
select
    competition,
    season,
    round,
    team_1,
    first_leg_1 || '-' || first_leg_2 as first_leg,
    second_leg_1 || '-' || second_leg_2 as second_leg,
    aggregate_1 || '-' || aggregate_2 as aggregate_score,
    team_2,
    winner,
    verdict,
    has_inferred_leg
from two_legged_ties
order by competition, season, round, team_1, team_2
