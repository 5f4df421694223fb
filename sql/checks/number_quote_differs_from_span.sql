-- table: number_mentions
-- key: document
-- severity: critical
-- reason: a number is listed as it stands in the text, where its span says
with

placed as (
    select
        number_mentions.*,
        articles.text as story,
        articles.char_start as story_start,
        (number_mentions.char_start - articles.char_start) // 1000 as stretch
    from number_mentions
    inner join articles on number_mentions.article_id = articles.article_id
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
    document,
    char_start,
    char_end,
    quote,
    span_text
from found
where span_text is distinct from quote
