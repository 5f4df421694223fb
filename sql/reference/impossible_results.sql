-- one row per official result that cannot be: a side against itself, or a side with two matches on one day
with

results as (
    select * from reference_results
),

sides as (
    select
        unnest([home_team, away_team]) as team,
        *
    from results
    where match_date is not null and home_team <> away_team and is_believed
),

days as (
    select
        team,
        match_date,
        competition,
        count(*) as n
    from sides
    group by all
    having count(*) > 1
)

select
    reference_id,
    true as is_out,
    home_name || ' plays itself' as problem,
    'the row is not believed' as advice
from results
where home_team = away_team
union all by name
select
    sides.reference_id,
    false as is_out,
    sides.team || ' has ' || days.n || ' matches on ' || sides.match_date as problem,
    'look which of the days is right' as advice
from sides
inner join days
    on sides.team = days.team and sides.match_date = days.match_date and sides.competition = days.competition
