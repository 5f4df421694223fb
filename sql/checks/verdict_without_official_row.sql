-- table: reference_verdicts
-- key: resolved_id
-- severity: critical
-- reason: who says verified or contradicted shows the official rows that say so, and they are there and believed
with

cited as (
    select
        resolved_id,
        verdict,
        unnest(if(len(reference_ids) > 0, reference_ids, [null])) as reference_id
    from reference_verdicts
    where verdict <> 'unverifiable'
)

select
    cited.resolved_id,
    cited.verdict,
    cited.reference_id
from cited
left join reference_results on cited.reference_id = reference_results.reference_id and reference_results.is_believed
where reference_results.reference_id is null
