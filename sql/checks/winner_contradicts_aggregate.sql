-- table: ties
-- key: tie_id
-- severity: info
-- reason: the side with more goals goes through; a level aggregate is decided by away goals, extra time or kicks
select
    tie_id,
    team_1,
    stated_1,
    stated_2,
    team_2,
    winner
from ties
where
    winner is not null
    and (
        winner not in (team_1, team_2)
        or (stated_1 > stated_2 and winner <> team_1)
        or (stated_2 > stated_1 and winner <> team_2)
    )
