-- one row per number in the text that no rule understood, with the words around it
create view unread_numbers as
with

unread as (
    select * from number_mentions
    where status = 'unread'
),

placed as (
    select
        unread.*,
        greatest(unread.char_start - 60, articles.char_start) as context_start,
        (greatest(unread.char_start - 60, articles.char_start) - articles.char_start) // 1000 as stretch
    from unread
    inner join articles on unread.article_id = articles.article_id
)

select
    placed.document, -- file that holds the number
    placed.article_id, -- story that holds it
    placed.char_start, -- first character of the number in the decoded file, from 0
    placed.char_end, -- character after its last one
    placed.quote, -- the number as written
    placed.value, -- its value where it has one
    substr(
        text_stretches.stretch_text,
        placed.context_start - text_stretches.char_start + 1,
        placed.char_end - placed.context_start + 60
    ) as context, -- the words around it: up to 60 characters on either side
    placed.reason -- what the reading says about it, if anything
from placed
inner join text_stretches
    on placed.article_id = text_stretches.article_id and placed.stretch = text_stretches.stretch;
