-- table: claim_links
-- key: resolved_id
-- severity: critical
-- reason: every resolved row rests on at least one claim; without one nobody can say where it comes from
select
    resolved_rows.resolved_id,
    resolved_rows.resolved_kind
from resolved_rows
left join claim_links
    on resolved_rows.resolved_id = claim_links.resolved_id and resolved_rows.resolved_kind = claim_links.resolved_kind
where claim_links.resolved_id is null
