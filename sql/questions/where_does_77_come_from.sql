-- Which sentences say that Atalanta have scored 77, and in which season?
select
    statistics.season,
    statistics.matches,
    evidence.document,
    evidence.char_start,
    evidence.quote,
    evidence.rule
from statistics
inner join evidence on statistics.statistic_id = evidence.resolved_id
where statistics.subject = 'Atalanta' and statistics.metric = 'goals_scored' and statistics.value = 77
order by statistics.season desc, evidence.document asc, evidence.char_start asc
