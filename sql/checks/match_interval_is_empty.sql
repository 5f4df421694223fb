-- table: matches
-- key: match_id
-- severity: warning
-- reason: the day of a match lies in the interval that all reports leave for it
select
    match_id,
    date_from,
    match_date,
    date_to
from matches
where date_from > date_to or match_date < date_from or match_date > date_to
