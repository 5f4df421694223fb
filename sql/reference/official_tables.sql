-- one row per league, match day and side: its points and matches at the end of that day, and the places that they allow
with

asked_leagues as (
    select distinct
        name_key(competition) as competition_key,
        season
    from statistics
    where metric in ('league_position', 'finish_position', 'points_gap', 'games_in_hand')
),

-- only leagues that something is told of: a table for each day of each season is much
sides as (
    select official_sides.*
    from official_sides
    inner join asked_leagues
        on
            official_sides.competition_key = asked_leagues.competition_key
            and official_sides.season = asked_leagues.season
    where not official_sides.is_cup
),

match_days as (
    select distinct
        competition,
        season,
        believed_on as day_on
    from sides
    where believed_on is not null
),

days as (
    select
        competition,
        season,
        day_on,
        lead(day_on) over (partition by competition, season order by day_on) as next_day
    from match_days
),

teams as (
    select distinct
        competition,
        competition_key,
        season,
        team_key
    from sides
),

asked as (
    select
        days.*,
        teams.competition_key,
        teams.team_key
    from days
    inner join teams on days.competition = teams.competition and days.season = teams.season
),

-- before its first match a side has no points
standing as (
    select
        asked.*,
        coalesce(sides.points, 0) as points,
        coalesce(sides.n, 0) as n,
        sides.reference_ids
    from asked
    asof left join sides
        on
            asked.competition = sides.competition
            and asked.season = sides.season
            and asked.team_key = sides.team_key
            and asked.day_on >= sides.believed_on
),

followed as (
    select
        *,
        lag(points, 1, 0) over (partition by competition, season, team_key order by day_on) as points_before,
        lag(n, 1, 0) over (partition by competition, season, team_key order by day_on) as n_before
    from standing
)

-- a report may be written between two matches of one day, when others still stand as they did the day before;
-- of sides level on points official results do not tell which is ahead
select
    *,
    (
        select
            struct_pack(
                during := count(*) filter (where other.points_before > followed.points) + 1,
                best := count(*) filter (where other.points > followed.points) + 1,
                worst := count(*) filter (where other.points >= followed.points) + 1
            )
        from followed as other
        where
            other.competition = followed.competition
            and other.season = followed.season
            and other.day_on = followed.day_on
            and other.team_key <> followed.team_key
    ) as place,
    next_day is null
    and min(n) over table_of_day = max(n) over table_of_day
    and (n % (count(*) over table_of_day - 1) = 0 or n >= 30) as is_final
from followed
window table_of_day as (partition by competition, season, day_on)
