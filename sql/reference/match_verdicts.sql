-- one row per resolved match: the official meeting that fits it best, and what that says of score, home side and day
with

told as (
    select
        *,
        name_key(team_1) as key_1,
        name_key(competition) as competition_key,
        pair_key(name_key(team_1), name_key(team_2)) as pair,
        coalesce(match_date, date_from) as first_day,
        coalesce(match_date, date_to) as last_day
    from matches
),

official as (
    select * from official_matches
),

-- without a season only the day can tell which season's meeting is meant
meetings as (
    select
        told.*,
        official.reference_id,
        official.home_key,
        official.home_goals,
        official.away_goals,
        official.believed_on,
        official.is_day_sure,
        official.is_knockout,
        official.n_meetings,
        official.home_team as home_side,
        official.away_team as away_side,
        official.match_date as official_day,
        official.competition as official_competition,
        official.decided as official_decided,
        official.leg as official_leg,
        official.round as official_round,
        if(told.key_1 = official.home_key, official.home_goals, official.away_goals) as goals_1,
        if(told.key_1 = official.home_key, official.away_goals, official.home_goals) as goals_2,
        if(told.key_1 = official.home_key, official.shootout_home, official.shootout_away) as kicks_1,
        if(told.key_1 = official.home_key, official.shootout_away, official.shootout_home) as kicks_2
    from told
    inner join official
        on
            told.pair = official.pair
            and (told.competition_key is null or told.competition_key = official.competition_key)
            and (
                told.season = official.season
                or (told.season is null and official.believed_on between told.first_day and told.last_day)
            )
),

compared as (
    select
        *,
        case
            when score_1 is null and score_2 is null then null
            else coalesce(score_1 = goals_1, true) and coalesce(score_2 = goals_2, true)
        end as score_fits,
        -- finals, and ties of one match, may be on neutral ground: the side named first is not at home there
        if(is_knockout and official_leg is null, null, name_key(home_team) = home_key) as home_fits,
        case
            when not is_day_sure or (first_day is null and last_day is null) then null
            when coalesce(official_day >= first_day, true) and coalesce(official_day <= last_day, true)
                -- a day within months proves nothing
                then if(last_day - first_day <= 7, true, null)
            -- a match that is told before it is played may be put off; the order of stories in a file is no proof
            when status = 'scheduled' or date_basis = 'story order' then null
            else false
        end as day_fits,
        leg = official_leg as leg_fits,
        shootout_1 = kicks_1 and shootout_2 = kicks_2 as shootout_fits,
        decided = official_decided as decided_fits,
        match_date = official_day as is_that_day,
        official_day between coalesce(first_day, official_day) and coalesce(last_day, official_day) as may_be_that_day
    from meetings
),

-- false counts against a meeting as much as true counts for it, unknown for nothing
weighed as (
    select
        *,
        3 * coalesce(if(score_fits, 1, -1), 0)
        + 3 * coalesce(if(is_that_day, 1, null), 0)
        + 2 * coalesce(if(day_fits, 1, -1), 0)
        + coalesce(if(may_be_that_day, 1, -1), 0)
        + 2 * coalesce(if(home_fits, 1, -1), 0)
        + coalesce(if(leg_fits, 1, -1), 0)
        + coalesce(if(shootout_fits, 1, -1), 0) as weight
    from compared
),

best as (
    select distinct on (match_id) *
    from weighed
    order by match_id asc, weight desc, believed_on asc, reference_id asc
),

-- a score speaks against a claim only where no other meeting of the two can be meant
settled as (
    select
        *,
        coalesce(is_that_day, false)
        or (
            competition_key is not null
            and (
                n_meetings >= 2
                or (is_knockout and official_leg is null)
                or coalesce(leg_fits or (home_fits and not is_knockout), false)
            )
        ) as is_pinned,
        [
            if(not score_fits, 'score', null),
            if(not home_fits, 'home side', null),
            if(not day_fits, 'day', null),
            if(not shootout_fits, 'shoot-out', null),
            if(not decided_fits and decided <> 'regular', 'how it was decided', null),
        ] as differing,
        [
            if(score_fits, 'score', null),
            if(home_fits, 'home side', null),
            if(day_fits, 'day', null),
            if(shootout_fits, 'shoot-out', null),
        ] as agreeing
    from best
),

worded as (
    select
        *,
        array_to_string(list_filter(differing, lambda field: field is not null), ', ') as wrong_fields,
        array_to_string(list_filter(agreeing, lambda field: field is not null), ', ') as right_fields
    from settled
),

judged as (
    select
        *,
        case
            when coalesce(score_fits, true) and wrong_fields <> '' then 'contradicted'
            when not score_fits and is_pinned then 'contradicted'
            when score_fits or right_fields <> '' and score_fits is null then 'verified'
            else 'unverifiable'
        end as verdict
    from worded
)

select
    'match' as resolved_kind,
    told.match_id as resolved_id,
    coalesce(judged.verdict, 'unverifiable') as verdict,
    told.team_1 || ' ' || coalesce(cast(told.score_1 as varchar), '?') || '-'
    || coalesce(cast(told.score_2 as varchar), '?') || ' ' || told.team_2
    || coalesce(' on ' || told.match_date, '') as told,
    judged.home_side || ' ' || judged.home_goals || '-' || judged.away_goals || ' '
    || judged.away_side || coalesce(' on ' || judged.official_day, '')
    || ', ' || concat_ws(' ', judged.official_competition, judged.official_round) as official,
    case
        when judged.match_id is null and told.season is null then 'the season is not certain'
        when judged.match_id is null then 'official results tell no such meeting'
        when judged.verdict = 'contradicted' then judged.wrong_fields || ' differs'
        when judged.verdict = 'verified' then judged.right_fields || ' agrees'
        else 'it may be another meeting of the two'
    end as why,
    if(judged.match_id is null, [], [judged.reference_id]) as reference_ids
from told
left join judged on told.match_id = judged.match_id
