-- Of how many played matches is the day known, and of how many an interval at least?
select
    competition,
    count(*) as n_matches,
    count(match_date) as day_known,
    count(*) filter (where match_date is null and date_from is not null and date_to is not null) as interval_known
from matches
where status = 'played'
group by competition
order by n_matches desc, competition asc
