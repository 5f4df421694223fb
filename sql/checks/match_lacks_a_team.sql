-- table: match_claims
-- key: claim_id
-- severity: warning
-- reason: a match is a fact only with both sides named
select
    claim_id,
    document,
    team_1,
    team_2,
    quote
from match_claims
where coalesce(team_1, '') = '' or coalesce(team_2, '') = ''
