-- Which were the biggest wins?
select
    team,
    goals || '-' || against as score,
    opponent,
    is_home,
    competition,
    season
from by_side
where outcome = 'won' and goals - against >= 3
order by goals - against desc, goals desc, team asc, opponent asc
