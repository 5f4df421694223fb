-- table: goal_claims
-- key: claim_id
-- severity: warning
-- reason: a goal counts for one side and against the other
select
    claim_id,
    document,
    scorer,
    team,
    opponent,
    quote
from goal_claims
where team = opponent
