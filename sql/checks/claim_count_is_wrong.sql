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
)

select
    resolved_rows.resolved_id,
    resolved_rows.resolved_kind,
    resolved_rows.n_claims,
    coalesce(counted.n_links, 0) as n_links
from resolved_rows
left join counted
    on resolved_rows.resolved_id = counted.resolved_id and resolved_rows.resolved_kind = counted.resolved_kind
where resolved_rows.n_claims is distinct from coalesce(counted.n_links, 0)
