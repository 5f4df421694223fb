-- table: claim_links
-- key: claim_id
-- severity: critical
-- reason: a link leads to a claim that is there, of the kind that it names
select
    claim_links.claim_id,
    claim_links.claim_kind,
    claim_links.resolved_id
from claim_links
left join claims on claim_links.claim_id = claims.claim_id and claim_links.claim_kind = claims.claim_kind
where claims.claim_id is null
