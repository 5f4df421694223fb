-- table: ties
-- key: tie_id
-- severity: info
-- reason: nobody scores more in one leg than in both; found where only one leg is known and no sum can be made
select
    tie_id,
    team_1,
    stated_1,
    first_leg_1,
    second_leg_1,
    team_2,
    stated_2,
    first_leg_2,
    second_leg_2
from aggregate_check
where stated_1 < greatest(first_leg_1, second_leg_1) or stated_2 < greatest(first_leg_2, second_leg_2)
