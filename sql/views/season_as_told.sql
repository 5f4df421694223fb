-- one row per number that articles give of a side's season: tallies, places, gaps and runs, in the order of its matches
create view season_as_told as
with

told as (
    select
        *,
        try_cast(split_part(as_of, '/', 1) as date) as held_from
    from statistics
    where
        season is not null
        and metric in (
            'goals_scored', 'goals_conceded', 'points', 'wins', 'draws', 'losses', 'clean_sheets', 'matches_played',
            'league_position', 'finish_position', 'points_gap', 'games_in_hand',
            'unbeaten_run', 'win_run', 'loss_run', 'winless_run'
        )
)

select
    subject as team, -- the side
    season, -- season as 2019-20
    competition, -- competition; NULL where the number spans all of them or none is named
    row_number() over (
        partition by subject, season
        order by metric = 'finish_position', matches nulls last, held_from nulls last, metric, value, statistic_id
    ) as place_in_season, -- place in the season, as far as numbers of matches and days tell it
    matches, -- matches over which it ran; NULL where not told
    metric, -- what is measured: goals_scored, league_position, points_gap ...
    cast(value as bigint) as told, -- the number; a gap is negative where the side is behind
    other, -- the other side of a gap
    qualifier, -- exact, about, at_least, more_than, less_than or up_to
    as_of, -- day or interval for which it held, where known
    n_claims, -- claims that give it
    reference_status, -- verified, contradicted or unverifiable against official results; NULL without them
    statistic_id -- the resolved statistic
from told;
