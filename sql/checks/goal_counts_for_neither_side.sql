-- table: goals
-- key: goal_id
-- severity: warning
-- reason: a goal counts for one of the two sides of its match
select
    goals.goal_id,
    goals.match_id,
    goals.scorer,
    goals.team,
    matches.team_1,
    matches.team_2
from goals
inner join matches on goals.match_id = matches.match_id
where goals.team not in (matches.team_1, matches.team_2)
