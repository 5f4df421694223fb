-- one row per resolved row and claim that supports it: where a fact comes from
create view evidence as
with

told as (
    select * from claims
),

links as (
    select * from claim_links
),

stories as (
    select * from articles
)

select
    links.resolved_kind, -- match, tie, goal or statistic
    links.resolved_id, -- match_id, tie_id, goal_id or statistic_id of the resolved row
    links.field, -- the one column that the claim supports; NULL where it supports the row as a whole
    links.claim_id, -- the claim
    links.claim_kind, -- match, tie, goal or statistic
    told.quote, -- the words that make the claim, character for character
    told.rule, -- rule that read the claim
    told.confidence, -- how far the reading is to be trusted, 0 to 1
    told.article_id, -- story that makes the claim
    stories.headline, -- headline of the story, where it has one
    stories.published, -- day of publication, where known
    told.document, -- file that holds the story
    told.char_start, -- first character of the quote in the decoded file, from 0
    told.char_end -- character after its last one
from links
inner join told on links.claim_id = told.claim_id
inner join stories on told.article_id = stories.article_id;
