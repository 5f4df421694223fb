-- one row per tally or run of a side that official results can answer: goals, points, wins ... through N matches
with

measures as (
    select
        *,
        name_key(competition) as competition_key,
        name_key(subject) as subject_key
    from statistics
    where metric in (
        'goals_scored', 'goals_conceded', 'points', 'wins', 'draws', 'losses', 'clean_sheets', 'matches_played',
        'unbeaten_run', 'win_run', 'loss_run', 'winless_run'
    )
),

unpivoted as (
    unpivot official_sides
    on
    goals_scored, goals_conceded, points, wins, draws, losses, clean_sheets, matches_played,
    unbeaten_run, win_run, loss_run, winless_run
    into name metric value official_value
),

standings as (
    select
        team_key,
        competition_key,
        season,
        metric,
        official_value,
        n,
        believed_on,
        coalesce(next_on, date '9999-12-31') as next_on,
        is_cup,
        reference_ids
    from unpivoted
),

-- points were two a win before, and cups give none
stood as (
    select
        measures.statistic_id,
        measures.value,
        measures.qualifier,
        standings.n,
        standings.believed_on,
        standings.official_value,
        standings.reference_ids,
        measures.metric like '%_run' as is_run,
        asked_days.statistic_id is not null or measures.matches is not null as is_timed,
        case
            when measures.matches is not null and measures.metric not like '%_run' then standings.n = measures.matches
            when asked_days.statistic_id is null then true
            else standings.believed_on <= asked_days.last_day and standings.next_on >= asked_days.first_day
        end as is_then,
        case measures.qualifier
            when 'exact' then standings.official_value = measures.value
            when 'about' then abs(standings.official_value - measures.value) <= greatest(1, measures.value / 10)
            when 'at_least' then standings.official_value >= measures.value
            when 'more_than' then standings.official_value > measures.value
            when 'less_than' then standings.official_value < measures.value
            when 'up_to' then standings.official_value <= measures.value
        end as is_so
    from measures
    inner join standings
        on
            measures.subject_key = standings.team_key
            and measures.competition_key = standings.competition_key
            and measures.season = standings.season
            and measures.metric = standings.metric
    left join asked_days on measures.statistic_id = asked_days.statistic_id
    where measures.metric <> 'points' or (not standings.is_cup and measures.season >= '1995')
),

summed as (
    select
        statistic_id,
        any_value(is_timed or qualifier = 'exact') as is_answerable,
        bool_or(is_run) as is_run,
        count(*) filter (where is_then) as n_then,
        max(n) as n_official,
        -- a run that began before the first official match may be longer than they show
        bool_or(is_run and is_then and official_value = n and value > n) as reaches_back,
        min(n) filter (where is_then and is_so) as first_so,
        max(n) filter (where is_then and is_so) as last_so,
        arg_max(believed_on, n) filter (where is_then and is_so) as day_so,
        arg_max(reference_ids, n) filter (where is_then and is_so) as ids_so,
        arg_max(official_value, n) filter (where is_then) as value_then,
        arg_max(n, n) filter (where is_then) as n_last_then,
        arg_max(believed_on, n) filter (where is_then) as day_then,
        arg_max(reference_ids, n) filter (where is_then) as ids_then
    from stood
    group by statistic_id
),

judged as (
    select
        *,
        case
            when not is_answerable or n_then = 0 then 'unverifiable'
            when last_so is not null then 'verified'
            when reaches_back then 'unverifiable'
            else 'contradicted'
        end as verdict
    from summed
)

select
    'statistic' as resolved_kind,
    measures.statistic_id as resolved_id,
    judged.verdict,
    cast(measures.value as bigint) || coalesce(' in ' || measures.matches || ' matches', '') as told,
    case
        when judged.verdict = 'unverifiable' then null
        when judged.last_so is null
            then judged.value_then || ' after ' || judged.n_last_then || ' matches, ' || judged.day_then
        when judged.first_so = judged.last_so
            then cast(measures.value as bigint) || ' after ' || judged.last_so || ' matches, ' || judged.day_so
        else
            cast(measures.value as bigint) || ' after ' || judged.first_so || ' to ' || judged.last_so
            || ' matches, the last on ' || judged.day_so
    end as official,
    case
        when judged.verdict = 'verified' then 'official results add up to it'
        when judged.verdict = 'contradicted' then 'official results add up otherwise'
        when judged.n_then = 0 then 'official results hold ' || judged.n_official || ' matches of the side'
        when judged.reaches_back then 'the run began before the first official match'
        else 'nothing tells when it held'
    end as why,
    case
        when judged.verdict = 'unverifiable' then []
        when judged.last_so is null then judged.ids_then
        when judged.is_run then judged.ids_so[-cast(measures.value as integer):]
        else judged.ids_so
    end as reference_ids
from measures
inner join judged on measures.statistic_id = judged.statistic_id
