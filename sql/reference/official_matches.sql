-- one row per official result that is believed and has been played, with keys for comparing; leg 1 or 2 in a tie
with

results as (
    select
        *,
        coalesce(regexp_matches(lower(round), 'final|last \d|play-?off|prelim|qualif|knock|leg'), false) as is_knockout
    from reference_results
    where is_believed and home_goals is not null
),

keyed as (
    select
        *,
        name_key(home_team) as home_key,
        name_key(away_team) as away_key,
        name_key(competition) as competition_key,
        coalesce(believed_on = match_date, false) as is_day_sure
    from results
)

select
    reference_id,
    line,
    competition,
    competition_key,
    season,
    round,
    is_knockout,
    match_date,
    believed_on,
    is_day_sure,
    home_team,
    away_team,
    home_key,
    away_key,
    home_goals,
    away_goals,
    decided,
    shootout_home,
    shootout_away,
    pair_key(home_key, away_key) as pair,
    if(
        is_knockout and count(*) over tie = 2,
        row_number() over (tie order by believed_on, line),
        null
    ) as leg,
    count(*) over (partition by competition, season, least(home_key, away_key), greatest(home_key, away_key))
        as n_meetings
from keyed
window tie as (partition by competition, season, round, least(home_key, away_key), greatest(home_key, away_key))
