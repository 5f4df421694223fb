-- table: matches
-- key: match_id
-- severity: info
-- reason: no two sides meet twice in four days: one match was told with two dates
with

dated as (
    select
        *,
        least(team_1, team_2) as side_1,
        greatest(team_1, team_2) as side_2
    from matches
    where status = 'played' and match_date is not null and team_1 is not null and team_2 is not null
)

select
    one.match_id,
    one.team_1,
    one.team_2,
    one.match_date,
    other.match_id as other_id,
    other.match_date as other_date
from dated as one
inner join dated as other
    on
        one.side_1 = other.side_1
        and one.side_2 = other.side_2
        and one.match_id <> other.match_id
        and abs(one.match_date - other.match_date) < 4
