-- table: claim_links
-- key: resolved_id
-- severity: critical
-- reason: every resolved row rests on at least one claim; without one nobody can say where it comes from
with

resolved as (
    select
        'match' as resolved_kind,
        match_id as resolved_id
    from matches
    union all
    select
        'tie' as resolved_kind,
        tie_id as resolved_id
    from ties
    union all
    select
        'goal' as resolved_kind,
        goal_id as resolved_id
    from goals
    union all
    select
        'statistic' as resolved_kind,
        statistic_id as resolved_id
    from statistics
)

select
    resolved.resolved_id,
    resolved.resolved_kind
from resolved
left join claim_links
    on resolved.resolved_id = claim_links.resolved_id and resolved.resolved_kind = claim_links.resolved_kind
where claim_links.resolved_id is null
