-- table: documents
-- key: document
-- severity: info
-- reason: where over a third of at least twenty numbers are unread, the file tells of something no rule knows yet
select
    document,
    numbers,
    numbers_unread,
    unread_percent
from coverage
where numbers >= 20 and unread_percent > 33.3
