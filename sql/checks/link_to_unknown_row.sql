-- table: claim_links
-- key: resolved_id
-- severity: critical
-- reason: a link leads to a resolved row that is there
select
    claim_links.resolved_id,
    claim_links.resolved_kind,
    claim_links.claim_id
from claim_links
left join resolved_rows
    on claim_links.resolved_id = resolved_rows.resolved_id and claim_links.resolved_kind = resolved_rows.resolved_kind
where resolved_rows.resolved_id is null
