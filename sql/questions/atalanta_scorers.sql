-- Who scored for Atalanta in 2019-20, as far as the articles tell the goals one by one?
select
    scorer,
    competition,
    goals_told,
    penalties_told,
    n_matches,
    goals_stated
from top_scorers
where team = 'Atalanta' and season = '2019-20'
order by goals_told desc, scorer asc, competition asc
