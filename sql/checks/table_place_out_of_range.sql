-- table: statistic_claims
-- key: claim_id
-- severity: warning
-- reason: a place in a table is a whole number from 1, and no league has more than 48 sides
select
    claim_id,
    document,
    subject,
    metric,
    value,
    quote
from statistic_claims
where
    metric in ('league_position', 'finish_position')
    and (value not between 1 and 48 or value <> floor(value))
