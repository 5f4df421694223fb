-- one row per official result that is told before, on the same day or in the same round of the same competition
with

results as (
    select
        *,
        name_key(home_team) as home_key,
        name_key(away_team) as away_key,
        coalesce(round, cast(match_date as varchar)) as occasion
    from reference_results
    where home_goals is not null
),

before as (
    select
        later.reference_id,
        later.home_goals = earlier.home_goals and later.away_goals = earlier.away_goals as is_same,
        earlier.source || ', line ' || earlier.line as place,
        earlier.reference_id as earlier_id
    from results as later
    inner join results as earlier
        on
            later.competition = earlier.competition
            and later.season = earlier.season
            and later.home_key = earlier.home_key
            and later.away_key = earlier.away_key
            and (later.match_date = earlier.match_date or later.occasion = earlier.occasion)
            and (later.source, later.line) > (earlier.source, earlier.line)
)

select distinct on (reference_id)
    reference_id,
    earlier_id,
    is_same,
    if(is_same, 'the same result stands in ', 'another result of this match stands in ') || place as problem,
    if(is_same, 'counted once', 'neither is believed') as advice
from before
order by reference_id, is_same
