-- one row per side and season: how its matches went, as far as articles tell them, and in which order
create view club_form as
with

played as (
    select * from by_side
)

select
    team, -- the side
    season, -- season as 2019-20
    count(*) as n_matches, -- matches whose score is known
    count(*) filter (where outcome = 'won') as won, -- of them won
    count(*) filter (where outcome = 'drew') as drawn, -- drawn after 90 or 120 minutes
    count(*) filter (where outcome = 'lost') as lost, -- lost
    cast(sum(goals) as bigint) as goals, -- goals it scored in them
    cast(sum(against) as bigint) as against, -- goals it let in
    string_agg(upper(left(outcome, 1)), '' order by not_after, match_id) as form, -- W, D, L, the latest last
    count(*) filter (where match_date is null) as n_undated -- matches whose place in the form is not certain
from played
group by team, season;
