-- Every resolved row as one line of words: its kind, its id, the row it is part of (a match's tie, a goal's match), the
-- two sides of a match or tie, a title for people, and two texts to search: `own` names the row itself, `around` what
-- surrounds it.
with
tied as (
    select tie_id, unnest([first_leg, second_leg]) as match_id from ties
),
told as (
    select
        'tie' as kind,
        tie_id as id,
        null as parent,
        array_to_string(list_sort([team_1, team_2]), ' - ') as sides,
        concat_ws(
            ', ',
            format('{} {} {}{}', team_1,
                case when coalesce(stated_1, computed_1) is null then 'v'
                    else format('{}-{}', coalesce(stated_1, computed_1), coalesce(stated_2, computed_2)) end,
                team_2,
                case when coalesce(stated_1, computed_1) is null then ' over two legs' else ' on aggregate' end),
            competition, season, round
        ) as title,
        concat_ws(' ', team_1, team_2, format('{}-{} {}-{}', stated_1, stated_2, stated_2, stated_1)) as own,
        concat_ws(' ', 'tie aggregate', competition, season, round, winner, verdict) as around
    from ties
    union all
    select
        'match',
        matches.match_id,
        tied.tie_id,
        array_to_string(list_sort([team_1, team_2]), ' - '),
        concat_ws(
            ', ',
            format('{} {} {}', team_1,
                case when coalesce(score_1, score_2) is null then 'v'
                    else format('{}-{}', coalesce(score_1::varchar, '?'), coalesce(score_2::varchar, '?')) end,
                team_2),
            competition, season, round, 'leg ' || leg, match_date::varchar,
            case status when 'scheduled' then 'scheduled' end,
            case when is_inferred then 'inferred' end
        ),
        concat_ws(' ', team_1, team_2, format('{}-{} {}-{}', score_1, score_2, score_2, score_1)),
        concat_ws(' ', 'match', competition, season, round, 'leg ' || leg, match_date, venue, status, decided)
    from matches
    left join tied on matches.match_id = tied.match_id
    union all
    select
        'statistic',
        statistic_id,
        null,
        null,
        concat_ws(
            ', ',
            format('{}: {} {}', subject, replace(metric, '_', ' '),
                case when value = trunc(value) then value::bigint::varchar else value::varchar end),
            case when not contains(metric, unit) then unit end,
            'in ' || matches || ' matches', 'with respect to ' || other, competition, season,
            case when qualifier <> 'exact' then replace(qualifier, '_', ' ') end
        ),
        concat_ws(
            ' ', subject, metric, unit,
            case when value = trunc(value) then value::bigint::varchar else value::varchar end
        ),
        concat_ws(' ', 'statistic', other, competition, season, matches, as_of)
    from statistics
    union all
    select
        'goal',
        goal_id,
        goals.match_id,
        null,
        concat_ws(
            ', ',
            format('{}{}{}', scorer, case when team is null then '' else ' for ' || team end,
                case when n > 1 then format(', {} goals', n) else '' end),
            case when minute is not null then format('minute {}', minute) end,
            case when kind <> 'open_play' then replace(kind, '_', ' ') end,
            case when matches.match_id is not null then format('in {} v {}', team_1, team_2) end,
            competition, season
        ),
        scorer,
        concat_ws(' ', 'goals minute', team, team_1, team_2, minute, kind, competition, season)
    from goals
    left join matches on goals.match_id = matches.match_id
)

select
    kind,
    id,
    parent,
    sides,
    title,
    own,
    around
from told
