-- one row per place in a table, gap in points and game in hand that official results can answer
with

measures as (
    select
        *,
        name_key(competition) as competition_key,
        name_key(subject) as subject_key,
        name_key(other) as other_key
    from statistics
    where metric in ('league_position', 'finish_position', 'points_gap', 'games_in_hand') and qualifier = 'exact'
),

stood as (
    select
        measures.*,
        mine.day_on,
        -- a gap is in points, or in matches yet to be played
        if(measures.metric = 'games_in_hand', -mine.n, mine.points) as counted,
        if(measures.metric = 'games_in_hand', -theirs.n, theirs.points) as other_counted,
        if(measures.metric = 'games_in_hand', -mine.n_before, mine.points_before) as counted_before,
        if(measures.metric = 'games_in_hand', -theirs.n_before, theirs.points_before) as other_counted_before,
        mine.place,
        coalesce(asked_days.first_day <= mine.day_on, asked_days.statistic_id is null) as is_during,
        mine.reference_ids[-1:] || coalesce(theirs.reference_ids[-1:], []) as ids,
        case
            when measures.metric = 'finish_position' then mine.is_final
            when asked_days.statistic_id is null then true
            else
                mine.day_on <= asked_days.last_day
                and coalesce(mine.next_day, date '9999-12-31') >= asked_days.first_day
        end as is_then,
        case
            when measures.metric in ('points_gap', 'games_in_hand')
                then
                    measures.value = counted - other_counted
                    or (
                        is_during
                        and measures.value in (counted - other_counted_before, counted_before - other_counted)
                    )
            when measures.metric = 'league_position' and is_during
                then measures.value between mine.place.during and mine.place.worst
            else measures.value between mine.place.best and mine.place.worst
        end as is_so
    from measures
    inner join official_tables as mine
        on
            measures.subject_key = mine.team_key
            and measures.competition_key = mine.competition_key
            and measures.season = mine.season
    left join official_tables as theirs
        on
            measures.other_key = theirs.team_key
            and mine.competition = theirs.competition
            and mine.season = theirs.season
            and mine.day_on = theirs.day_on
    left join asked_days on measures.statistic_id = asked_days.statistic_id
    where measures.metric not in ('points_gap', 'games_in_hand') or theirs.team_key is not null
),

summed as (
    select
        statistic_id,
        count(*) filter (where is_then) as n_then,
        min(day_on) filter (where is_then and is_so) as first_so,
        max(day_on) filter (where is_then and is_so) as last_so,
        arg_max(ids, day_on) filter (where is_then and is_so) as ids_so,
        arg_max(ids, day_on) filter (where is_then) as ids_then,
        max(day_on) filter (where is_then) as day_then,
        arg_max(counted - other_counted, day_on) filter (where is_then) as gap_then,
        arg_max(place, day_on) filter (where is_then) as place_then
    from stood
    group by statistic_id
),

judged as (
    select
        *,
        case when n_then = 0 then 'unverifiable' when last_so is null then 'contradicted' else 'verified' end as verdict
    from summed
)

select
    'statistic' as resolved_kind,
    measures.statistic_id as resolved_id,
    judged.verdict,
    cast(cast(measures.value as bigint) as varchar) || coalesce(' to ' || measures.other, '') as told,
    case
        when judged.verdict = 'verified' and judged.first_so < judged.last_so
            then cast(measures.value as bigint) || ' between ' || judged.first_so || ' and ' || judged.last_so
        when judged.verdict = 'verified' then cast(measures.value as bigint) || ' on ' || judged.last_so
        when judged.verdict = 'contradicted' and measures.metric in ('points_gap', 'games_in_hand')
            then judged.gap_then || ' on ' || judged.day_then
        when judged.verdict = 'contradicted'
            then
                judged.place_then.best
                || if(judged.place_then.worst > judged.place_then.best, ' to ' || judged.place_then.worst, '')
                || ' on ' || judged.day_then
    end as official,
    case judged.verdict
        when 'verified' then 'so the official table stood'
        when 'contradicted' then 'the official table never stood so when it was told'
        else 'official results hold no final table'
    end as why,
    if(judged.verdict = 'unverifiable', [], coalesce(judged.ids_so, judged.ids_then)) as reference_ids
from measures
inner join judged on measures.statistic_id = judged.statistic_id
