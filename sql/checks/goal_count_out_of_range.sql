-- table: goal_claims
-- key: claim_id
-- severity: warning
-- reason: a goal counts at least once, and no player has scored more than 16 in a first-class match
select
    claim_id,
    document,
    scorer,
    n,
    quote
from goal_claims
where n is null or n not between 1 and 16
