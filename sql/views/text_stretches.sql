-- one row per thousand characters of a story, with the next thousand: finds a span without counting from the start
create view text_stretches as
with

stories as (
    select
        *,
        regexp_extract_all(text, '(?s).{1,1000}') as pieces
    from articles
),

pieces as (
    select
        article_id,
        char_start,
        unnest(pieces) as piece,
        generate_subscripts(pieces, 1) - 1 as stretch
    from stories
),

followed as (
    select
        *,
        lead(piece, 1, '') over (partition by article_id order by stretch) as next_piece
    from pieces
)

select
    article_id, -- story
    stretch, -- number of the stretch in the story, from 0
    char_start + 1000 * stretch as char_start, -- its first character in the decoded file, from 0
    piece || next_piece as stretch_text -- its characters and the thousand after them
from followed;
