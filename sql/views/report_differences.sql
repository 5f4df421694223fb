-- one row per report that tells something otherwise than the warehouse shows it, beside a report that tells it so
create view report_differences as
with

sides as (
    select * from contradiction_details
),

shown as (
    select distinct on (contradiction_id) *
    from sides
    where is_used
    order by contradiction_id, document, char_start
)

select
    sides.contradiction_id, -- the disagreement
    sides.what, -- what reports disagree on: match score, goal minute ...
    sides.resolved_kind, -- match, tie, goal or statistic
    sides.resolved_id, -- the resolved row
    sides.claimed_value, -- what this report says
    sides.document, -- file of this report
    sides.quote, -- its words
    sides.used, -- what the warehouse shows instead
    shown.document as used_document, -- file of a report that says so; NULL where it follows from others
    shown.quote as used_quote, -- its words
    sides.why, -- why that one
    sides.claim_id -- the claim of this report
from sides
left join shown on sides.contradiction_id = shown.contradiction_id
where not sides.is_used;
