-- What became of the numbers in each file?
select
    document,
    n_articles,
    numbers,
    numbers_fact,
    numbers_attribute,
    numbers_ignored,
    numbers_unread,
    unread_percent
from coverage
order by unread_percent desc nulls last, document asc
