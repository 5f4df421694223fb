-- table: ties
-- key: tie_id
-- severity: critical
-- reason: a verdict is what the stated aggregate and the two legs as told yield, worked out here a second time
select
    tie_id,
    verdict,
    stated_1,
    stated_2,
    sum_1,
    sum_2,
    has_inferred_leg
from aggregate_check
where
    (is_equal and verdict is distinct from 'agrees')
    or (not is_equal and verdict is distinct from 'disagrees')
    or (is_equal is null and verdict is distinct from 'not_comparable')
