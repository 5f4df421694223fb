-- table: statistics
-- key: statistic_id
-- severity: info
-- reason: one person has one birthday: two ages told in one file may differ by a year, for a birthday between, not more
with

ages as (
    select
        claim_links.resolved_id as statistic_id,
        statistic_claims.document,
        statistic_claims.subject,
        statistic_claims.value
    from statistic_claims
    inner join claim_links on statistic_claims.claim_id = claim_links.claim_id
    where
        statistic_claims.metric in ('player_age', 'age')
        and statistic_claims.qualifier = 'exact'
        and claim_links.resolved_kind = 'statistic'
)

select
    one.statistic_id,
    one.subject,
    one.value,
    other.value as other_value,
    one.document
from ages as one
inner join ages as other
    on
        one.document = other.document
        and one.subject = other.subject
        and abs(one.value - other.value) > 1
        and one.statistic_id <> other.statistic_id
