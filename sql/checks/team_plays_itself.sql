-- table: match_claims
-- key: claim_id
-- severity: warning
-- reason: a match has two sides; one name on both means that an epithet was taken for the wrong club
select
    claim_id,
    document,
    team_1,
    team_2,
    quote
from match_claims
where team_1 = team_2
