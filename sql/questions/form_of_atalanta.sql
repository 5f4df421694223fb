-- In what form were Atalanta in 2019-20, as far as the articles tell?
select
    n_matches,
    won,
    drawn,
    lost,
    goals,
    against,
    form,
    n_undated
from club_form
where team = 'Atalanta' and season = '2019-20'
order by all
