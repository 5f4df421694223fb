-- one row per file: how many claims of each kind it yielded and what became of its numbers
create view coverage as
with

files as (
    select * from documents
),

stories as (
    select
        document,
        count(*) as n_articles
    from articles
    group by document
),

told as (
    select
        document,
        count(*) filter (where claim_kind = 'match') as match_claims,
        count(*) filter (where claim_kind = 'tie') as tie_claims,
        count(*) filter (where claim_kind = 'goal') as goal_claims,
        count(*) filter (where claim_kind = 'statistic') as statistic_claims
    from claims
    group by document
),

refused as (
    select
        document,
        count(*) as rejected_claims
    from rejected_claims
    group by document
),

counted as (
    select
        document,
        count(*) as numbers,
        count(*) filter (where status = 'fact') as numbers_fact,
        count(*) filter (where status = 'attribute') as numbers_attribute,
        count(*) filter (where status = 'ignored') as numbers_ignored,
        count(*) filter (where status = 'unread') as numbers_unread
    from number_mentions
    group by document
)

select
    files.document, -- path of the file relative to the raw folder
    files.status, -- read, duplicate or refused
    coalesce(stories.n_articles, 0) as n_articles, -- stories in the file
    coalesce(told.match_claims, 0) as match_claims, -- matches as its stories state them
    coalesce(told.tie_claims, 0) as tie_claims, -- two-legged aggregates as its stories state them
    coalesce(told.goal_claims, 0) as goal_claims, -- goals as its stories state them
    coalesce(told.statistic_claims, 0) as statistic_claims, -- measured numbers as its stories state them
    coalesce(refused.rejected_claims, 0) as rejected_claims, -- claims that a check refused
    coalesce(counted.numbers, 0) as numbers, -- numbers in the text
    coalesce(counted.numbers_fact, 0) as numbers_fact, -- those that are part of a claim
    coalesce(counted.numbers_attribute, 0) as numbers_attribute, -- those that qualify a claim
    coalesce(counted.numbers_ignored, 0) as numbers_ignored, -- those left alone, with a reason
    coalesce(counted.numbers_unread, 0) as numbers_unread, -- those that no rule understood
    round(100.0 * counted.numbers_unread / counted.numbers, 1) as unread_percent -- share of them; NULL without numbers
from files
left join stories on files.document = stories.document
left join told on files.document = told.document
left join refused on files.document = refused.document
left join counted on files.document = counted.document;
