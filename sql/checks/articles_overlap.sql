-- table: articles
-- key: article_id
-- severity: critical
-- reason: a character belongs to one story; where two overlap, their claims are counted twice
select
    stories.article_id,
    stories.document,
    stories.char_start,
    previous.article_id as overlapped_id,
    previous.char_end as overlapped_until
from articles as stories
inner join articles as previous
    on
        stories.document = previous.document
        and stories.article > previous.article
        and stories.char_start < previous.char_end
