-- table: statistic_claims
-- key: claim_id
-- severity: warning
-- reason: a gap lies between two sides
select
    claim_id,
    document,
    subject,
    other,
    value,
    quote
from statistic_claims
where metric = 'points_gap' and subject = other
