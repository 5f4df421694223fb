-- one row per official result whose day cannot be as written: outside its season, or a year from the rest of its round
with

results as (
    select
        *,
        try_cast(left(season, 4) as integer) as first_year
    from reference_results
),

spans as (
    select
        *,
        if(season like '____-__', make_date(first_year, 6, 15), make_date(first_year, 1, 1)) as season_from,
        if(season like '____-__', make_date(first_year + 1, 8, 31), make_date(first_year, 12, 31)) as season_to,
        cast(median(match_date) over (partition by competition, season, round) as date) as round_day,
        count(*) over (partition by competition, season, round) as round_size
    from results
),

-- a postponed match moves further from its round when a year is added or taken; a slip of the year comes home
shifts as (
    select
        spans.*,
        cast(spans.match_date + to_years(shift.years) as date) as other_day
    from spans
    cross join (values (-1), (1)) as shift (years)
),

slips as (
    select
        *,
        abs(other_day - round_day) as days_off_then
    from shifts
    where
        other_day between season_from and season_to
        and (
            match_date not between season_from and season_to
            or (round_size >= 3 and abs(match_date - round_day) > 150 and abs(other_day - round_day) < 60)
        )
),

found as (
    select distinct on (reference_id)
        reference_id,
        other_day as believed_on,
        'the date ' || match_date || ' is a year off: '
        || if(match_date between season_from and season_to, 'its round was played then', 'it lies outside ' || season)
            as problem,
        'taken for ' || other_day || '; no date is held against it' as advice
    from slips
    order by reference_id, days_off_then
),

lost as (
    select
        reference_id,
        if(round_day between season_from and season_to, round_day, null) as believed_on,
        'the date ' || match_date || ' lies outside ' || season as problem,
        'the day is not believed; the score is' as advice
    from spans
    where match_date not between season_from and season_to
)

select
    reference_id,
    believed_on,
    problem,
    advice
from found
union all
select
    reference_id,
    believed_on,
    problem,
    advice
from lost
where reference_id not in (select found.reference_id from found)
