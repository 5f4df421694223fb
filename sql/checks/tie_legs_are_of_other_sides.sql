-- table: ties
-- key: tie_id
-- severity: critical
-- reason: both legs of a tie are matches of its two sides
select
    ties.tie_id,
    ties.team_1,
    ties.team_2,
    matches.match_id,
    matches.team_1 as leg_team_1,
    matches.team_2 as leg_team_2
from ties
inner join matches on matches.match_id in (ties.first_leg, ties.second_leg)
where
    least(ties.team_1, ties.team_2) <> least(matches.team_1, matches.team_2)
    or greatest(ties.team_1, ties.team_2) <> greatest(matches.team_1, matches.team_2)
