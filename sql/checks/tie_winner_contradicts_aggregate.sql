-- table: tie_claims
-- key: claim_id
-- severity: warning
-- reason: the side with more goals over two legs goes through; level aggregates are decided otherwise
select
    claim_id,
    document,
    team_1,
    aggregate_1,
    aggregate_2,
    team_2,
    winner,
    quote
from tie_claims
where
    winner is not null
    and (
        winner not in (team_1, team_2)
        or (aggregate_1 > aggregate_2 and winner <> team_1)
        or (aggregate_2 > aggregate_1 and winner <> team_2)
    )
