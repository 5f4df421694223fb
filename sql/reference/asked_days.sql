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
),

-- what other facts of a story tell of its day; the order of stories in a file is no proof
by_story as (
    select
        article_id,
        written_from as first_day,
        coalesce(written_to, date '9999-12-31') as last_day
    from story_days
    where written_from is not null and basis <> 'story order'
),

narrowed as (
    select
        measures.statistic_id,
        greatest(written.first_day, by_story.first_day) as first_day,
        least(written.last_day, by_story.last_day) as last_day,
        coalesce(written.first_day, by_story.first_day) as or_first_day,
        coalesce(written.last_day, by_story.last_day, date '9999-12-31') as or_last_day
    from measures
    inner join told_in on measures.statistic_id = told_in.statistic_id
    left join written
        on
            told_in.article_id = written.article_id
            and measures.season = written.season
            and measures.competition_key = written.competition_key
    left join by_story on told_in.article_id = by_story.article_id
    where
        measures.matches is null
        and measures.statistic_id not in (select dated.statistic_id from dated)
        and (written.article_id is not null or by_story.article_id is not null)
)

select
    statistic_id,
    first_day,
    last_day
from dated
where first_day is not null and last_day is not null
union
select
    statistic_id,
    if(first_day <= last_day, first_day, or_first_day) as first_day,
    if(first_day <= last_day, last_day, or_last_day) as last_day
from narrowed
