-- table: reference_verdicts
-- key: resolved_id
-- severity: critical
-- reason: a verdict is about a row that is there, and the row carries the same verdict as its status
with

statuses as (
    select
        'match' as resolved_kind,
        match_id as resolved_id,
        reference_status
    from matches
    union all
    select
        'tie' as resolved_kind,
        tie_id as resolved_id,
        reference_status
    from ties
    union all
    select
        'statistic' as resolved_kind,
        statistic_id as resolved_id,
        reference_status
    from statistics
)

select
    coalesce(reference_verdicts.resolved_id, statuses.resolved_id) as resolved_id,
    reference_verdicts.verdict,
    statuses.reference_status
from reference_verdicts
full join statuses
    on
        reference_verdicts.resolved_kind = statuses.resolved_kind
        and reference_verdicts.resolved_id = statuses.resolved_id
where reference_verdicts.verdict is distinct from statuses.reference_status
