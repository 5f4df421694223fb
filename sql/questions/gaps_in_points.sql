-- Who was how many points ahead of whom?
select
    competition,
    season,
    ahead,
    behind,
    points,
    as_of,
    n_claims
from points_gaps
order by competition asc nulls last, season asc nulls last, points desc, ahead asc, behind asc, as_of asc
