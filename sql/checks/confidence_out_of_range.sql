-- table: claims
-- key: claim_id
-- severity: warning
-- reason: a confidence is a share of certainty from 0 to 1, and every claim has one
select
    claim_id,
    document,
    rule,
    confidence
from claims
where confidence is null or confidence < 0 or confidence > 1
