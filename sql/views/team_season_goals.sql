-- one row per tally of a side's goals in a season, in the order in which it grew
create view team_season_goals as
with

tallies as (
    select * from statistics
    where metric = 'goals_scored' and season is not null
),

grown as (
    select
        *,
        lag(value) over tally as value_before,
        lag(matches) over tally as matches_before
    from tallies
    window tally as (partition by subject, competition, season order by matches nulls last, value)
)

select
    subject as team, -- the side
    competition, -- competition; NULL where the tally spans all of them or none is named
    season, -- season as 2019-20
    matches, -- matches over which the tally ran; NULL where not told
    cast(value as bigint) as goals, -- goals scored so far
    qualifier, -- exact, about, at_least, more_than, less_than or up_to
    round(value / matches, 2) as goals_per_match, -- goals a match up to here
    cast(value - value_before as bigint) as goals_since, -- goals since the tally before
    matches - matches_before as matches_since, -- matches since the tally before
    as_of, -- day or interval for which it held, where known
    n_claims, -- claims that give it
    statistic_id -- the resolved statistic
from grown;
