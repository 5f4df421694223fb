-- table: articles
-- key: article_id
-- severity: critical
-- reason: a story stands in a file that was read; the others (gone, refused, a copy) must leave nothing behind
select
    articles.article_id,
    articles.document,
    documents.status
from articles
left join documents on articles.document = documents.document
where documents.status is distinct from 'read'
