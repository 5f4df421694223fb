-- table: contradictions
-- key: contradiction_id
-- severity: critical
-- reason: a contradiction shows at least two claims that are there and at least two values, one for each claim
with

found as (
    select
        contradiction_id,
        count(quote) as n_claims
    from contradiction_details
    group by contradiction_id
)

select
    contradictions.contradiction_id,
    contradictions.claim_ids,
    contradictions.claimed_values,
    found.n_claims
from contradictions
left join found on contradictions.contradiction_id = found.contradiction_id
where
    coalesce(len(list_distinct(contradictions.claimed_values)), 0) < 2
    or len(contradictions.claim_ids) is distinct from len(contradictions.claimed_values)
    or len(contradictions.claim_ids) is distinct from found.n_claims
