-- table: claim_links
-- key: resolved_id
-- severity: critical
-- reason: a link leads to a resolved row that is there
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
    claim_links.resolved_id,
    claim_links.resolved_kind,
    claim_links.claim_id
from claim_links
left join resolved
    on claim_links.resolved_id = resolved.resolved_id and claim_links.resolved_kind = resolved.resolved_kind
where resolved.resolved_id is null
