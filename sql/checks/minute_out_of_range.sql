-- table: goal_claims
-- key: claim_id
-- severity: warning
-- reason: a goal falls in the first to the 120th minute or in stoppage time, of which 30 minutes is the most there was
select
    claim_id,
    document,
    scorer,
    minute,
    added_time,
    quote
from goal_claims
where minute not between 1 and 150 or added_time not between 1 and 30
