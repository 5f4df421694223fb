-- table: ties
-- key: tie_id
-- severity: critical
-- reason: both legs of a tie are matches of its two sides
with

legs as (
    select
        tie_id,
        team_1,
        team_2,
        unnest([first_leg, second_leg]) as match_id
    from ties
)

select
    legs.tie_id,
    legs.team_1,
    legs.team_2,
    matches.match_id,
    matches.team_1 as leg_team_1,
    matches.team_2 as leg_team_2
from legs
inner join matches on legs.match_id = matches.match_id
where
    least(legs.team_1, legs.team_2) <> least(matches.team_1, matches.team_2)
    or greatest(legs.team_1, legs.team_2) <> greatest(matches.team_1, matches.team_2)
