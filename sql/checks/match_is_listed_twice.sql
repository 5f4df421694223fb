-- table: matches
-- key: match_id
-- severity: info
-- reason: one row per real match: two of the same sides, score, competition, season, round and leg were not merged
with

oriented as (
    select
        *,
        least(team_1, team_2) as side_a,
        greatest(team_1, team_2) as side_b,
        if(team_1 < team_2, score_1, score_2) as score_a,
        if(team_1 < team_2, score_2, score_1) as score_b
    from matches
    where status = 'played' and score_1 is not null and score_2 is not null and season is not null
),

counted as (
    select
        *,
        count(*)
            over (partition by side_a, side_b, score_a, score_b, competition, season, round, leg, match_date)
            as n_rows
    from oriented
)

select
    match_id,
    n_rows,
    team_1,
    score_1,
    score_2,
    team_2,
    competition,
    season,
    match_date
from counted
where n_rows > 1
