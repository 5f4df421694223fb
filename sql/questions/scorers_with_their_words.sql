-- Who scored most, as articles tell it, in how many reports, and in which words?
select
    scorer,
    team,
    season,
    goals_told,
    n_claims,
    n_documents,
    left(quotes, 80) as words
from scorers_as_told
where goals_told >= 2
order by goals_told desc, scorer asc, season asc
