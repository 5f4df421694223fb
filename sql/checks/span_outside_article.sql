-- table: claims
-- key: claim_id
-- severity: critical
-- reason: a claim quotes its own story; a span that is empty or leaves the story quotes another one or nothing
select
    claims.claim_id,
    claims.document,
    claims.char_start,
    claims.char_end,
    articles.char_start as story_start,
    articles.char_end as story_end
from claims
inner join articles on claims.article_id = articles.article_id
where
    claims.char_start < articles.char_start
    or claims.char_end > articles.char_end
    or claims.char_start >= claims.char_end
