-- one row per two-legged tie: the aggregate as stated beside the sum of its two legs, worked out anew from the matches
create view aggregate_check as
with

told as (
    select * from ties
),

first_legs as (
    select
        told.tie_id,
        if(matches.team_1 = told.team_1, matches.score_1, matches.score_2) as goals_1,
        if(matches.team_1 = told.team_1, matches.score_2, matches.score_1) as goals_2,
        matches.is_inferred
    from told
    inner join matches on told.first_leg = matches.match_id
),

second_legs as (
    select
        told.tie_id,
        if(matches.team_1 = told.team_1, matches.score_1, matches.score_2) as goals_1,
        if(matches.team_1 = told.team_1, matches.score_2, matches.score_1) as goals_2,
        matches.is_inferred
    from told
    inner join matches on told.second_leg = matches.match_id
),

summed as (
    select
        told.*,
        first_legs.goals_1 as first_leg_1,
        first_legs.goals_2 as first_leg_2,
        second_legs.goals_1 as second_leg_1,
        second_legs.goals_2 as second_leg_2,
        first_legs.goals_1 + second_legs.goals_1 as sum_1,
        first_legs.goals_2 + second_legs.goals_2 as sum_2,
        coalesce(first_legs.is_inferred, false) or coalesce(second_legs.is_inferred, false) as has_inferred_leg
    from told
    left join first_legs on told.tie_id = first_legs.tie_id
    left join second_legs on told.tie_id = second_legs.tie_id
)

select
    tie_id, -- the tie
    competition, -- competition under its usual English name
    season, -- season as 2019-20
    round, -- round: last 16, quarter-final
    team_1, -- one side
    team_2, -- the other side
    first_leg_1, -- goals of team_1 in the first leg
    first_leg_2, -- goals of team_2 in the first leg
    second_leg_1, -- goals of team_1 in the second leg
    second_leg_2, -- goals of team_2 in the second leg
    sum_1, -- goals of team_1 in both legs added up; NULL where a leg is not known
    sum_2, -- goals of team_2 in both legs added up
    stated_1, -- aggregate of team_1 as articles state it
    stated_2, -- aggregate of team_2 as articles state it
    if(not has_inferred_leg, sum_1 = stated_1 and sum_2 = stated_2, null) as is_equal, -- NULL: nothing to compare
    has_inferred_leg, -- whether a leg was itself worked out from the aggregate, so that the sum proves nothing
    verdict -- what the resolved row says: agrees, disagrees or not_comparable
from summed;
