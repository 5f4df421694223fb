-- How did Atalanta's goals in Serie A grow through 2019-20, and how many were that a match?
select
    matches,
    goals,
    goals_per_match,
    matches_since,
    goals_since,
    n_claims
from team_season_goals
where team = 'Atalanta' and competition = 'Serie A' and season = '2019-20'
order by matches nulls last, goals
