-- one row per gap in points between two sides, the one ahead first
create view points_gaps as
with

gaps as (
    select * from statistics
    where metric = 'points_gap'
)

select
    if(value >= 0, subject, other) as ahead, -- side that is ahead; where level, the one that the article speaks of
    if(value >= 0, other, subject) as behind, -- side that is behind
    cast(abs(value) as integer) as points, -- points between them; 0 where they are level
    competition, -- competition whose table it is
    season, -- season as 2019-20
    matches, -- matches played up to then, where told
    as_of, -- day or interval for which it held, where known
    qualifier, -- exact, about, at_least, more_than, less_than or up_to
    n_claims, -- claims that give it
    statistic_id -- the resolved statistic
from gaps;
