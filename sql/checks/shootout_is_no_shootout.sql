-- table: match_claims
-- key: claim_id
-- severity: warning
-- reason: a shoot-out is written 4-2, has a winner, and belongs to a match that was decided by it
select
    claim_id,
    document,
    shootout,
    decided,
    quote
from match_claims
where
    shootout is not null
    and (
        not regexp_full_match(shootout, '[0-9]{1,2}-[0-9]{1,2}')
        or split_part(shootout, '-', 1) = split_part(shootout, '-', 2)
        or decided is distinct from 'penalties'
    )
