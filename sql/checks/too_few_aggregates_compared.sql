-- table: ties
-- key: n_ties
-- severity: info
-- reason: aggregate = leg 1 + leg 2 proves nothing where it compares nothing: one tie in ten at least, from ten ties on
select
    count(*) as n_ties,
    count(is_equal) as n_compared
from aggregate_check
having count(*) >= 10 and count(is_equal) < count(*) / 10
