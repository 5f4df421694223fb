-- table: goals
-- key: goal_id
-- severity: warning
-- reason: a side cannot have more goals told than its final score; the surplus ones with the fewest reports are refused
with

scored as (
    select
        goals.goal_id,
        goals.match_id,
        goals.scorer,
        goals.team,
        goals.n,
        goals.n_claims,
        if(goals.team = matches.team_1, matches.score_1, matches.score_2) as score
    from goals
    inner join matches on goals.match_id = matches.match_id
    where goals.team in (matches.team_1, matches.team_2)
),

counted as (
    select
        *,
        cast(sum(n) over (partition by match_id, team order by n_claims desc, goal_id asc) as bigint) as goals_told
    from scored
)

select
    goal_id,
    match_id,
    scorer,
    team,
    n,
    n_claims,
    goals_told,
    score
from counted
where goals_told > score
