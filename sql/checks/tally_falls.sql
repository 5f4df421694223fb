-- table: statistics
-- key: statistic_id
-- severity: info
-- reason: what a side has scored or gathered never falls as the matches of a season grow; one of two tallies is wrong
with

tallies as (
    select * from statistics
    where
        metric in ('goals_scored', 'goals_conceded', 'points', 'wins', 'draws', 'losses', 'clean_sheets')
        and qualifier = 'exact' and season is not null and matches is not null
)

select
    later.statistic_id,
    later.subject,
    later.metric,
    earlier.value as value_before,
    earlier.matches as matches_before,
    later.value,
    later.matches
from tallies as later
inner join tallies as earlier
    on
        later.subject = earlier.subject
        and later.metric = earlier.metric
        and later.season = earlier.season
        and later.competition is not distinct from earlier.competition
        and later.matches > earlier.matches
        and later.value < earlier.value
