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
        articles.text,
        articles.char_start as story_start
    from unread
    inner join articles on unread.article_id = articles.article_id
),

quoted as (
    select
        *,
        greatest(char_start - story_start - 60, 0) as context_start,
        char_end - story_start + 60 as context_end
    from placed
)

select
    document, -- file that holds the number
    article_id, -- story that holds it
    char_start, -- first character of the number in the decoded file, from 0
    char_end, -- character after its last one
    quote, -- the number as written
    value, -- its value where it has one
    substr(text, context_start + 1, context_end - context_start) as context, -- up to 60 characters on either side
    reason -- what the reading says about it, if anything
from quoted;
