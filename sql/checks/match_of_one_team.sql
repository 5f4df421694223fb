-- table: matches
-- key: match_id
-- severity: warning
-- reason: merging reports must never make a side its own opponent
select
    match_id,
    team_1,
    team_2
from matches
where team_1 = team_2
