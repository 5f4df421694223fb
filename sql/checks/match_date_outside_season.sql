-- table: match_claims
-- key: claim_id
-- severity: info
-- reason: a match of 2019-20 was played between July 2019 and August 2020; another day dates another match
select
    claim_id,
    document,
    season,
    match_date,
    date_text,
    quote
from match_claims
where
    regexp_full_match(season, '[0-9]{4}-[0-9]{2}')
    and match_date not between
    make_date(try_cast(left(season, 4) as integer), 7, 1)
    and make_date(try_cast(left(season, 4) as integer) + 1, 8, 31)
