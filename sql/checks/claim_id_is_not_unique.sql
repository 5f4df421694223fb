-- table: claims
-- key: claim_id
-- severity: warning
-- reason: two claims under one id cannot be told apart in claim_links
select
    claim_id,
    count(*) as n_claims,
    list(quote order by char_start) as quotes
from claims
group by claim_id
having count(*) > 1
