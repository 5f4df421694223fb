-- table: ties
-- key: tie_id
-- severity: critical
-- reason: floor of aggregate = leg 1 + leg 2: of three ties and more with both legs told, one at least is compared
with

compared as (
    select *
    from ties
    where verdict in ('agrees', 'disagrees')
),

first_legs as (
    select *
    from matches
    where leg = 1 and score_1 is not null and score_2 is not null and not coalesce(is_inferred, false)
),

second_legs as (
    select *
    from matches
    where leg = 2 and score_1 is not null and score_2 is not null and not coalesce(is_inferred, false)
),

told_legs as (
    select
        first_legs.competition,
        first_legs.season,
        least(first_legs.team_1, first_legs.team_2) as one_side,
        greatest(first_legs.team_1, first_legs.team_2) as other_side
    from first_legs
    inner join second_legs
        on
            first_legs.competition is not distinct from second_legs.competition
            and first_legs.season is not distinct from second_legs.season
            and least(first_legs.team_1, first_legs.team_2) = least(second_legs.team_1, second_legs.team_2)
            and greatest(first_legs.team_1, first_legs.team_2) = greatest(second_legs.team_1, second_legs.team_2)
),

comparable as (
    select distinct
        ties.tie_id,
        ties.team_1,
        ties.stated_1,
        ties.stated_2,
        ties.team_2,
        ties.first_leg,
        ties.second_leg
    from ties
    inner join told_legs
        on
            ties.competition is not distinct from told_legs.competition
            and ties.season is not distinct from told_legs.season
            and least(ties.team_1, ties.team_2) = told_legs.one_side
            and greatest(ties.team_1, ties.team_2) = told_legs.other_side
    where ties.stated_1 is not null and ties.stated_2 is not null
),

counted as (
    select
        *,
        count(*) over () as n_comparable
    from comparable
)

select
    tie_id,
    team_1,
    stated_1,
    stated_2,
    team_2,
    first_leg,
    second_leg
from counted
where n_comparable >= 3 and not exists (select 1 from compared)
