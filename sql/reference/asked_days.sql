-- one row per statistic and stretch of days in which it may have held; a statistic without one may be of any day
with

measures as (
    select
        *,
        name_key(competition) as competition_key,
        name_key(subject) as subject_key
    from statistics
),

dated as (
    select
        statistic_id,
        try_cast(split_part(as_of, '/', 1) as date) as first_day,
        try_cast(coalesce(nullif(split_part(as_of, '/', 2), ''), as_of) as date) as last_day
    from measures
    where as_of is not null
),

told_in as (
    select distinct
        claim_links.resolved_id as statistic_id,
        statistic_claims.article_id
    from claim_links
    inner join statistic_claims on claim_links.claim_id = statistic_claims.claim_id
    where claim_links.resolved_kind = 'statistic'
),

-- a tally through N matches tells when its story was written: after the side's Nth match, before the day of its next
written as (
    select
        told_in.article_id,
        official_sides.competition_key,
        official_sides.season,
        max(official_sides.believed_on) as first_day,
        min(official_sides.next_on) - 1 as last_day
    from measures
    inner join told_in on measures.statistic_id = told_in.statistic_id
    inner join official_sides
        on
            measures.subject_key = official_sides.team_key
            and measures.competition_key = official_sides.competition_key
            and measures.season = official_sides.season
            and measures.matches = official_sides.n
    where measures.metric in ('goals_scored', 'goals_conceded', 'points', 'matches_played')
    group by all
)

select
    statistic_id,
    first_day,
    last_day
from dated
where first_day is not null and last_day is not null
union
select
    measures.statistic_id,
    written.first_day,
    coalesce(written.last_day, date '9999-12-31') as last_day
from measures
inner join told_in on measures.statistic_id = told_in.statistic_id
inner join written
    on
        told_in.article_id = written.article_id
        and measures.season = written.season
        and measures.competition_key = written.competition_key
where not exists (
    from dated
    where dated.statistic_id = measures.statistic_id
) and measures.matches is null
