-- one row per place of a side in a table, during a season or at its end
create view league_positions as
with

places as (
    select * from statistics
    where metric in ('league_position', 'finish_position')
)

select
    subject as team, -- the side
    competition, -- competition whose table it is
    season, -- season as 2019-20
    cast(value as integer) as place, -- place in the table, 1 at the top
    metric = 'finish_position' as is_final, -- whether the season was over
    matches, -- matches played up to then, where told
    as_of, -- day or interval for which it held, where known
    qualifier, -- exact, about, at_least, more_than, less_than or up_to
    n_claims, -- claims that give it
    statistic_id -- the resolved statistic
from places;
