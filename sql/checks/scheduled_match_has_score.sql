-- table: match_claims
-- key: claim_id
-- severity: warning
-- reason: a match still to come has no score; one with a score was read from two sentences about two matches
select
    claim_id,
    document,
    team_1,
    score_1,
    score_2,
    team_2,
    quote
from match_claims
where status = 'scheduled' and (score_1 is not null or score_2 is not null)
