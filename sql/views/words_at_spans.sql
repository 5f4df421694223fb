-- one row per claim and per number in the text, with what stands at its span: the proof of its quote
create view words_at_spans as
with

quoted as (
    select
        'claim' as quoted_by,
        claim_id,
        article_id,
        document,
        char_start,
        char_end,
        quote
    from claims
    union all by name
    select
        'number' as quoted_by,
        claim_id,
        article_id,
        document,
        char_start,
        char_end,
        quote
    from number_mentions
),

placed as (
    select
        quoted.*,
        articles.text as story,
        articles.char_start as story_start,
        (quoted.char_start - articles.char_start) // 1000 as stretch
    from quoted
    inner join articles on quoted.article_id = articles.article_id
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
    quoted_by, -- claim or number
    claim_id, -- the claim, or the one that the number belongs to
    document, -- file that holds the story
    char_start, -- first character of the span in the decoded file, from 0
    char_end, -- character after its last one
    quote, -- the words that are said to stand there
    span_text -- the words that stand there; NULL where the span leaves the story
from found;
