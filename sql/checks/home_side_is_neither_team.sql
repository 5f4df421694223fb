-- table: match_claims
-- key: claim_id
-- severity: warning
-- reason: the side at home is one of the two that play
select
    claim_id,
    document,
    home_team,
    team_1,
    team_2,
    quote
from match_claims
where home_team is not null and home_team not in (team_1, team_2)
