-- table: match_claims
-- key: claim_id
-- severity: warning
-- reason: a season is written 2019-20 with neighbouring years, or 2020 where a league plays within one
select
    claim_id,
    document,
    season,
    quote
from match_claims
where
    season is not null
    and not regexp_full_match(season, '[0-9]{4}')
    and not coalesce(
        regexp_full_match(season, '[0-9]{4}-[0-9]{2}')
        and (try_cast(left(season, 4) as integer) + 1) % 100 = try_cast(right(season, 2) as integer),
        false
    )
