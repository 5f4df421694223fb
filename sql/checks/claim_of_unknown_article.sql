-- table: claims
-- key: claim_id
-- severity: critical
-- reason: a claim whose story is not in the warehouse cannot be looked up
select
    claims.claim_id,
    claims.article_id,
    claims.document,
    claims.quote
from claims
left join articles on claims.article_id = articles.article_id and claims.document = articles.document
where articles.article_id is null
