-- Which matches were still to come when the articles were written?
select
    match_date,
    team_1,
    team_2,
    home_team,
    competition,
    round
from matches
where status = 'scheduled'
order by match_date asc nulls last, team_1 asc, team_2 asc, match_id asc
