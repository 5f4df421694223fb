-- table: matches
-- key: match_id
-- severity: warning
-- reason: team_1 is the home side where that is known; readers of results rely on the order
select
    match_id,
    home_team,
    team_1,
    team_2
from matches
where home_team = team_2
