-- one row per contradiction and claim that takes part in it: the sentences side by side
create view contradiction_details as
with

disagreements as (
    select * from contradictions
),

told as (
    select * from claims
),

sides as (
    select
        contradiction_id,
        unnest(claim_ids) as claim_id,
        unnest(claimed_values) as claimed_value
    from disagreements
)

select
    disagreements.contradiction_id, -- the disagreement
    disagreements.what, -- what the claims disagree on
    disagreements.resolved_kind, -- match, tie, goal or statistic
    disagreements.resolved_id, -- the resolved row
    disagreements.field, -- its column
    sides.claim_id, -- claim that takes part
    sides.claimed_value, -- what this claim says
    coalesce(sides.claimed_value = disagreements.used, false) as is_used, -- whether the resolved row shows this value
    disagreements.used, -- the value that the resolved row shows
    disagreements.why, -- why that one
    told.quote, -- the words of this claim, character for character
    told.document, -- file that makes the claim
    told.article_id, -- story that makes the claim
    told.char_start, -- first character of the quote in the decoded file, from 0
    told.char_end -- character after its last one
from disagreements
inner join sides on disagreements.contradiction_id = sides.contradiction_id
left join told on sides.claim_id = told.claim_id;
