-- table: claim_links
-- key: resolved_id
-- severity: critical
-- reason: n_claims is the number of claims that tell the row as a whole; readers weigh facts by it
with

counted as (
    select
        resolved_kind,
        resolved_id,
        count(distinct claim_id) as n_links
    from claim_links
    where field is null
    group by resolved_kind, resolved_id
),

stated as (
    select
        'match' as resolved_kind,
        match_id as resolved_id,
        n_claims
    from matches
    union all
    select
        'tie' as resolved_kind,
        tie_id as resolved_id,
        n_claims
    from ties
    union all
    select
        'goal' as resolved_kind,
        goal_id as resolved_id,
        n_claims
    from goals
    union all
    select
        'statistic' as resolved_kind,
        statistic_id as resolved_id,
        n_claims
    from statistics
)

select
    stated.resolved_id,
    stated.resolved_kind,
    stated.n_claims,
    coalesce(counted.n_links, 0) as n_links
from stated
left join counted on stated.resolved_id = counted.resolved_id and stated.resolved_kind = counted.resolved_kind
where stated.n_claims is distinct from coalesce(counted.n_links, 0)
