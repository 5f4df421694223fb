-- table: matches
-- key: match_id
-- severity: warning
-- reason: merging reports must never give the ground to a third side
select
    match_id,
    home_team,
    team_1,
    team_2
from matches
where home_team is not null and home_team not in (team_1, team_2)
