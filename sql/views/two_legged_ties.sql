-- one row per two-legged tie, with both legs from team_1's side, the aggregate and who went through
create view two_legged_ties as
with

told as (
    select * from ties
),

summed as (
    select * from aggregate_check
),

first_legs as (
    select * from matches
),

second_legs as (
    select * from matches
)

select
    told.tie_id, -- the tie
    told.competition, -- competition under its usual English name
    told.season, -- season as 2019-20
    told.round, -- round: last 16, quarter-final
    told.team_1, -- one side
    told.team_2, -- the other side
    coalesce(told.stated_1, told.computed_1) as aggregate_1, -- aggregate of team_1, as stated, else as the legs add up
    coalesce(told.stated_2, told.computed_2) as aggregate_2, -- aggregate of team_2, as stated, else as the legs add up
    told.winner, -- side that went through
    summed.first_leg_1, -- goals of team_1 in the first leg
    summed.first_leg_2, -- goals of team_2 in the first leg
    first_legs.home_team as first_leg_home, -- side at home in the first leg
    first_legs.match_date as first_leg_date, -- day of the first leg, where known
    summed.second_leg_1, -- goals of team_1 in the second leg
    summed.second_leg_2, -- goals of team_2 in the second leg
    second_legs.home_team as second_leg_home, -- side at home in the second leg
    second_legs.match_date as second_leg_date, -- day of the second leg, where known
    second_legs.decided, -- how the second leg ended: regular, extra_time or penalties
    summed.has_inferred_leg, -- whether a leg stands in no article and was worked out from the aggregate
    told.verdict, -- whether stated and computed aggregate agree: agrees, disagrees or not_comparable
    told.n_claims -- claims that state the aggregate
from told
inner join summed on told.tie_id = summed.tie_id
left join first_legs on told.first_leg = first_legs.match_id
left join second_legs on told.second_leg = second_legs.match_id;
