-- table: claims
-- key: claim_id
-- severity: info
-- reason: a claim that supports no resolved row is lost to everyone who asks the resolved tables
select
    claims.claim_id,
    claims.claim_kind,
    claims.document,
    claims.quote
from claims
left join claim_links on claims.claim_id = claim_links.claim_id
where claim_links.claim_id is null
