-- table: ties
-- key: tie_id
-- severity: critical
-- reason: the legs that a tie names are matches that are there, and two different ones
select
    ties.tie_id,
    ties.first_leg,
    ties.second_leg
from ties
left join matches as first_legs on ties.first_leg = first_legs.match_id
left join matches as second_legs on ties.second_leg = second_legs.match_id
where
    (ties.first_leg is not null and first_legs.match_id is null)
    or (ties.second_leg is not null and second_legs.match_id is null)
    or ties.first_leg = ties.second_leg
