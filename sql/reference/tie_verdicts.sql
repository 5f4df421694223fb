-- one row per resolved tie: the two official legs added up, beside the aggregate and the winner that articles tell
with

told as (
    select
        * exclude (verdict),
        name_key(team_1) as key_1,
        name_key(competition) as competition_key,
        pair_key(name_key(team_1), name_key(team_2)) as pair,
        coalesce(stated_1, computed_1) as told_1,
        coalesce(stated_2, computed_2) as told_2
    from ties
),

legs as (
    select * from official_matches
    where leg is not null
),

summed as (
    select
        told.*,
        count(*) as n_legs,
        any_value(legs.competition || ' ' || legs.round) as place,
        list(legs.reference_id order by legs.leg) as reference_ids,
        sum(if(legs.home_key = told.key_1, legs.home_goals, legs.away_goals)) as sum_1,
        sum(if(legs.home_key = told.key_1, legs.away_goals, legs.home_goals)) as sum_2,
        sum(if(legs.home_key = told.key_1, legs.shootout_home, legs.shootout_away)) as kicks_1,
        sum(if(legs.home_key = told.key_1, legs.shootout_away, legs.shootout_home)) as kicks_2
    from told
    inner join legs
        on
            told.pair = legs.pair
            and told.season = legs.season
            and (told.competition_key is null or told.competition_key = legs.competition_key)
            and (told.round is null or lower(told.round) = lower(legs.round) or told.round not like '%final%')
    group by all
    having count(*) = 2
),

decided as (
    select
        *,
        case
            when sum_1 > sum_2 or (sum_1 = sum_2 and kicks_1 > kicks_2) then team_1
            when sum_2 > sum_1 or (sum_1 = sum_2 and kicks_2 > kicks_1) then team_2
        end as official_winner
    from summed
),

judged as (
    select
        *,
        case
            when told_1 <> sum_1 or told_2 <> sum_2 or winner <> official_winner then 'contradicted'
            when told_1 is not null or winner = official_winner then 'verified'
            else 'unverifiable'
        end as verdict
    from decided
)

select
    'tie' as resolved_kind,
    told.tie_id as resolved_id,
    coalesce(judged.verdict, 'unverifiable') as verdict,
    told.team_1 || ' ' || coalesce(told.told_1 || '-' || told.told_2, '?') || ' ' || told.team_2
    || coalesce(', ' || told.winner || ' through', '') as told,
    told.team_1 || ' ' || judged.sum_1 || '-' || judged.sum_2 || ' ' || told.team_2
    || coalesce(', ' || judged.official_winner || ' through', '') || ', ' || judged.place as official,
    case
        when judged.tie_id is null then 'official results hold no two legs of it'
        when judged.verdict = 'contradicted' then 'the official legs add up otherwise'
        when judged.verdict = 'verified' then 'the official legs add up to it'
        else 'no aggregate and no winner is told'
    end as why,
    coalesce(judged.reference_ids, []) as reference_ids
from told
left join judged on told.tie_id = judged.tie_id
