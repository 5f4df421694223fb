-- table: claims
-- key: claim_id
-- severity: critical
-- reason: the quote is the proof of a claim: it must stand in the text, character for character, where its span says
with

placed as (
    select
        claims.*,
        articles.text as story,
        articles.char_start as story_start,
        (claims.char_start - articles.char_start) // 1000 as stretch
    from claims
    inner join articles on claims.article_id = articles.article_id
),

found as (
    select
        placed.*,
        if(
            placed.char_end - placed.char_start <= 1000,
            substr(
                text_stretches.stretch_text,
                placed.char_start - text_stretches.char_start + 1,
                placed.char_end - placed.char_start
            ),
            substr(placed.story, placed.char_start - placed.story_start + 1, placed.char_end - placed.char_start)
        ) as span_text
    from placed
    left join text_stretches
        on placed.article_id = text_stretches.article_id and placed.stretch = text_stretches.stretch
)

select
    claim_id,
    document,
    char_start,
    char_end,
    quote,
    span_text
from found
where span_text is distinct from quote
