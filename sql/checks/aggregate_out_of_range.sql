-- table: tie_claims
-- key: claim_id
-- severity: warning
-- reason: no side has scored more than 72 over two legs; a larger number is no aggregate
select
    claim_id,
    document,
    aggregate_1,
    aggregate_2,
    quote
from tie_claims
where aggregate_1 not between 0 and 72 or aggregate_2 not between 0 and 72
