-- table: goals
-- key: goal_id
-- severity: info
-- reason: a match without extra time ends with the 90th minute and its stoppage; one of the two reports is wrong
select
    goals.goal_id,
    goals.match_id,
    goals.scorer,
    goals.minute,
    goals.added_time,
    matches.decided
from goals
inner join matches on goals.match_id = matches.match_id
where
    matches.decided = 'regular'
    and goals.minute - coalesce(goals.added_time, 0) > 90 + if(goals.added_time is null, 15, 0)
