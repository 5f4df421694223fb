-- How did Atalanta's matches of 2019-20 end?
select
    coalesce(cast(match_date as varchar), date_from || ' to ' || date_to) as played_on,
    competition,
    round,
    leg,
    home_team,
    team_1,
    score_1,
    score_2,
    team_2,
    n_articles
from results
where season = '2019-20' and 'Atalanta' in (team_1, team_2)
order by date_to nulls last, competition, round, leg, team_1, team_2, score_1, score_2
