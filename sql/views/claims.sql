-- one row per claim of any kind, with the words that make it
create view claims as
with

every_claim as (
    select
        *,
        'match' as claim_kind
    from match_claims
    union all by name
    select
        *,
        'tie' as claim_kind
    from tie_claims
    union all by name
    select
        *,
        'goal' as claim_kind
    from goal_claims
    union all by name
    select
        *,
        'statistic' as claim_kind
    from statistic_claims
)

select
    claim_id, -- id of the claim
    claim_kind, -- match, tie, goal or statistic
    article_id, -- story that makes the claim
    document, -- file that holds the story
    char_start, -- first character of the quote in the decoded file, from 0
    char_end, -- character after its last one
    quote, -- the words that make the claim, character for character
    rule, -- rule that read the claim
    confidence -- how far the reading is to be trusted, 0 to 1
from every_claim;
