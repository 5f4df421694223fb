-- one row per side of an official result, in the order of its matches, with all that has added up so far
with

official as (
    select * from official_matches
),

sides as (
    select
        *,
        home_key as team_key,
        away_key as opponent_key,
        home_goals as goals,
        away_goals as against
    from official
    union all by name
    select
        *,
        away_key as team_key,
        home_key as opponent_key,
        away_goals as goals,
        home_goals as against
    from official
),

numbered as (
    select
        *,
        row_number() over season as n,
        lead(believed_on) over season as next_on,
        bool_or(is_knockout or lower(coalesce(round, '')) like 'group%')
            over (partition by competition, season)
            as is_cup
    from sides
    window season as (partition by competition, season, team_key order by believed_on, line)
)

select
    reference_id,
    competition,
    competition_key,
    season,
    is_cup,
    believed_on,
    next_on,
    team_key,
    opponent_key,
    n,
    sum(goals) over so_far as goals_scored,
    sum(against) over so_far as goals_conceded,
    sum(if(goals > against, 3, if(goals = against, 1, 0))) over so_far as points,
    count(*) filter (where goals > against) over so_far as wins,
    count(*) filter (where goals = against) over so_far as draws,
    count(*) filter (where goals < against) over so_far as losses,
    count(*) filter (where against = 0) over so_far as clean_sheets,
    n as matches_played,
    n - coalesce(max(n) filter (where goals < against) over so_far, 0) as unbeaten_run,
    n - coalesce(max(n) filter (where goals <= against) over so_far, 0) as win_run,
    n - coalesce(max(n) filter (where goals >= against) over so_far, 0) as loss_run,
    n - coalesce(max(n) filter (where goals > against) over so_far, 0) as winless_run,
    list(reference_id) over so_far as reference_ids
from numbered
window so_far as (
    partition by competition, season, team_key order by n rows between unbounded preceding and current row
)
