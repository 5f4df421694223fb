-- table: claims
-- key: claim_id
-- severity: info
-- reason: a claim that supports no resolved row, not even a refused one, is lost to all who ask the resolved tables
with

refused_with_their_row as (
    select unnest(from_json(claim -> 'claim_ids', '["VARCHAR"]')) as claim_id
    from rejected_claims
    where claim_kind in ('matches', 'ties', 'goals', 'statistics')
)

select
    claims.claim_id,
    claims.claim_kind,
    claims.document,
    claims.quote
from claims
left join claim_links on claims.claim_id = claim_links.claim_id
where
    claim_links.claim_id is null
    and claims.claim_id not in (select refused_with_their_row.claim_id from refused_with_their_row)
