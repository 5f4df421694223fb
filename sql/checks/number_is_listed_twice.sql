-- table: number_mentions
-- key: document
-- severity: critical
-- reason: each number is accounted for once; twice makes every share of read and unread numbers wrong
select
    document,
    char_start,
    char_end,
    min(quote) as number_text,
    count(*) as n_mentions
from number_mentions
group by document, char_start, char_end
having count(*) > 1
