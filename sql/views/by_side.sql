-- one row per side of a played match whose final score is known: the match as that side saw it
create view by_side as
with

finished as (
    select * from matches
    where status = 'played' and score_1 is not null and score_2 is not null
),

sides as (
    select
        *,
        team_1 as team,
        team_2 as opponent,
        score_1 as goals,
        score_2 as against
    from finished
    union all by name
    select
        *,
        team_2 as team,
        team_1 as opponent,
        score_2 as goals,
        score_1 as against
    from finished
)

select
    match_id, -- the match
    team, -- the side
    opponent, -- the other side
    goals, -- its goals, after 120 minutes where extra time was played
    against, -- goals of the other side
    case when goals > against then 'won' when goals < against then 'lost' else 'drew' end as outcome, -- of the match
    if(home_team is null, null, home_team = team) as is_home, -- whether it played at home; NULL: not known
    competition, -- competition under its usual English name
    season, -- season as 2019-20
    round, -- round or matchday
    match_date, -- day of play where only one day is left
    coalesce(match_date, date_to, date_from) as not_after, -- the day, else the last on which it may have been played
    decided -- regular, extra_time or penalties
from sides
where team is not null;
