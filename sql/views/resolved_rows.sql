-- one row per resolved row of any kind: what links and contradictions may point at
create view resolved_rows as
with

every_row as (
    select
        'match' as resolved_kind,
        match_id as resolved_id,
        n_claims
    from matches
    union all
    select
        'tie' as resolved_kind,
        tie_id as resolved_id,
        n_claims
    from ties
    union all
    select
        'goal' as resolved_kind,
        goal_id as resolved_id,
        n_claims
    from goals
    union all
    select
        'statistic' as resolved_kind,
        statistic_id as resolved_id,
        n_claims
    from statistics
)

select
    resolved_kind, -- match, tie, goal or statistic
    resolved_id, -- match_id, tie_id, goal_id or statistic_id
    n_claims -- claims that tell the row as a whole
from every_row;
