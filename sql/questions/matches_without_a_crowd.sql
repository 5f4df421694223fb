-- Which matches were played behind closed doors?
select
    match_date,
    team_1,
    score_1,
    score_2,
    team_2,
    venue,
    competition
from matches
where behind_closed_doors
order by match_date asc nulls last, team_1 asc, team_2 asc
