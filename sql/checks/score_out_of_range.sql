-- table: match_claims
-- key: claim_id
-- severity: warning
-- reason: no side has scored more than 36 in a first-class match; a larger number is a points tally or another sport
select
    claim_id,
    document,
    score_1,
    score_2,
    quote
from match_claims
where score_1 not between 0 and 36 or score_2 not between 0 and 36
