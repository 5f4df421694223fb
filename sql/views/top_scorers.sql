-- one row per scorer, side, competition and season: goals that articles tell, beside the tally they state
create view top_scorers as
with

own_side_goals as (
    select * from goals
    where kind <> 'own_goal'
),

told as (
    select
        own_side_goals.scorer,
        own_side_goals.team,
        matches.competition,
        matches.season,
        cast(sum(own_side_goals.n) as bigint) as goals_told,
        cast(sum(own_side_goals.n) filter (where own_side_goals.kind = 'penalty') as bigint) as penalties_told,
        count(distinct own_side_goals.match_id) as n_matches
    from own_side_goals
    left join matches on own_side_goals.match_id = matches.match_id
    group by all
),

tallies as (
    select
        subject as scorer,
        competition,
        season,
        cast(max(value) as bigint) as goals_stated
    from statistics
    where metric in ('player_goals', 'player_season_goal_number') and season is not null
    group by all
)

select
    told.scorer, -- player
    told.team, -- side he scored for
    told.competition, -- competition; NULL where the match of the goals is not certain
    told.season, -- season as 2019-20
    told.goals_told, -- goals that articles tell one by one, own goals left out
    coalesce(told.penalties_told, 0) as penalties_told, -- those of them that were penalties
    told.n_matches, -- matches in which they fell
    tallies.goals_stated -- highest tally that articles state for that competition and season
from told
left join tallies
    on
        told.scorer = tallies.scorer
        and told.season = tallies.season
        and told.competition is not distinct from tallies.competition;
