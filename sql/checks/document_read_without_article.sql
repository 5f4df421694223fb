-- table: documents
-- key: document
-- severity: info
-- reason: a file that was read but holds no story says nothing; it may be no news at all
select
    documents.document,
    documents.bytes,
    documents.encoding
from documents
left join articles on documents.document = articles.document
where documents.status = 'read' and articles.document is null
