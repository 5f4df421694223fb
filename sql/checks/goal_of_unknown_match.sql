-- table: goals
-- key: goal_id
-- severity: critical
-- reason: a goal that names its match can be looked up there
select
    goals.goal_id,
    goals.match_id,
    goals.scorer
from goals
left join matches on goals.match_id = matches.match_id
where goals.match_id is not null and matches.match_id is null
