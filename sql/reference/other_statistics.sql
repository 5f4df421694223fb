-- one row per statistic that official results cannot answer, with what is lacking
with

answered as (
    select resolved_id from tally_verdicts
    union
    select resolved_id from table_verdicts
)

select
    'statistic' as resolved_kind,
    statistic_id as resolved_id,
    'unverifiable' as verdict,
    printf('%g', value) as told,
    cast(null as varchar) as official,
    case
        when metric not in (
            'goals_scored', 'goals_conceded', 'points', 'wins', 'draws', 'losses', 'clean_sheets', 'matches_played',
            'unbeaten_run', 'win_run', 'loss_run', 'winless_run', 'league_position', 'finish_position', 'points_gap',
            'games_in_hand'
        ) then 'results of matches do not answer this'
        when season is null then 'the season is not certain'
        when competition is null then 'the competition is not certain'
        else 'official results do not cover it'
    end as why,
    cast([] as varchar[]) as reference_ids
from statistics
where statistic_id not in (select answered.resolved_id from answered)
