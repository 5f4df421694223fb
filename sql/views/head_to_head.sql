-- one row per side and opponent: all that articles tell of their meetings
create view head_to_head as
with

played as (
    select * from by_side
)

select
    team, -- the side
    opponent, -- the other side; the same meetings stand once more from its point of view
    count(*) as n_matches, -- meetings whose score is known
    count(*) filter (where outcome = 'won') as won, -- of them won by team
    count(*) filter (where outcome = 'drew') as drawn, -- drawn after 90 or 120 minutes
    count(*) filter (where outcome = 'lost') as lost, -- won by opponent
    cast(sum(goals) as bigint) as goals, -- goals of team
    cast(sum(against) as bigint) as against, -- goals of opponent
    string_agg(goals || '-' || against, ', ' order by not_after, match_id) as scores, -- team's goals first, latest last
    list(match_id order by not_after, match_id) as match_ids -- the matches, the latest last
from played
group by team, opponent;
