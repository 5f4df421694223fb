-- Of how many goals of each match do the articles name the scorer?
select
    results.competition,
    results.season,
    results.team_1,
    results.score_1,
    results.score_2,
    results.team_2,
    results.score_1 + results.score_2 as goals_scored,
    cast(sum(goals.n) as integer) as goals_told,
    string_agg(goals.scorer || if(goals.n > 1, ' ' || goals.n, ''), ', ' order by goals.minute, goals.scorer) as scorers
from results
inner join goals on results.match_id = goals.match_id
group by all
order by all
