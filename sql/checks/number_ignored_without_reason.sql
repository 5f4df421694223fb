-- table: number_mentions
-- key: document
-- severity: critical
-- reason: a number is left alone knowingly or not at all
select
    document,
    char_start,
    quote,
    status
from number_mentions
where status = 'ignored' and coalesce(reason, '') = ''
