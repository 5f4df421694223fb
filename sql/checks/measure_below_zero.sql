-- table: statistic_claims
-- key: claim_id
-- severity: warning
-- reason: only a gap in points can be negative; a dash before a number is punctuation
select
    claim_id,
    document,
    subject,
    metric,
    value,
    quote
from statistic_claims
where value < 0 and metric <> 'points_gap'
