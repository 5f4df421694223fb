-- Against whom did Atalanta play, and how did each pair of sides come out?
select
    opponent,
    n_matches,
    won,
    drawn,
    lost,
    goals,
    against,
    scores
from head_to_head
where team = 'Atalanta'
order by n_matches desc, goals desc, opponent asc
