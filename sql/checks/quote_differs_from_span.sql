-- table: claims
-- key: claim_id
-- severity: critical
-- reason: the quote is the proof of a claim: it must stand in the text, character for character, where its span says
select
    claims.claim_id,
    claims.document,
    claims.char_start,
    claims.char_end,
    claims.quote,
    substr(articles.text, claims.char_start - articles.char_start + 1, claims.char_end - claims.char_start) as span_text
from claims
inner join articles on claims.article_id = articles.article_id
where
    substr(articles.text, claims.char_start - articles.char_start + 1, claims.char_end - claims.char_start)
    is distinct from claims.quote
