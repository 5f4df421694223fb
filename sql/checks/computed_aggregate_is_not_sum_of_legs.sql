-- table: ties
-- key: tie_id
-- severity: critical
-- reason: the computed aggregate is the sum of the two legs that the tie names, and never the stated one
select
    ties.tie_id,
    ties.computed_1,
    aggregate_check.sum_1,
    ties.computed_2,
    aggregate_check.sum_2
from ties
inner join aggregate_check on ties.tie_id = aggregate_check.tie_id
where ties.computed_1 <> aggregate_check.sum_1 or ties.computed_2 <> aggregate_check.sum_2
