-- one row per played match whose final score is known
create view results as
with

played as (
    select * from matches
    where status = 'played' and score_1 is not null and score_2 is not null
),

decided as (
    select
        *,
        case
            when score_1 <> score_2 then if(score_1 > score_2, team_1, team_2)
            when shootout_1 <> shootout_2 then if(shootout_1 > shootout_2, team_1, team_2)
        end as winner
    from played
)

select
    match_id, -- the match
    match_date, -- day of play where only one day is left
    date_from, -- first day on which it may have been played
    date_to, -- last day on which it may have been played
    competition, -- competition under its usual English name
    season, -- season as 2019-20
    round, -- round or matchday
    leg, -- leg of a two-legged tie, 1 or 2
    team_1, -- home side where that is known, else one side
    score_1, -- goals of team_1, after 120 minutes where extra time was played
    score_2, -- goals of team_2
    team_2, -- the other side
    home_team, -- side that plays at home; NULL where unknown or on neutral ground
    winner, -- side that won the match, by shoot-out where it came to one; NULL for a draw
    decided, -- regular, extra_time or penalties
    shootout_1, -- team_1's kicks scored in the shoot-out
    shootout_2, -- team_2's kicks scored in the shoot-out
    venue, -- ground or city
    behind_closed_doors, -- whether an article says that no crowd was let in
    is_inferred, -- whether the score stands in no article and follows from others by arithmetic
    n_articles -- articles that tell the match
from decided;
