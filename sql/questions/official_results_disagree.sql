-- What do official results contradict, where the last run was given any, and what do they say?
select
    resolved_kind,
    told,
    official,
    why
from reference_verdicts
where verdict = 'contradicted'
order by resolved_kind, told, resolved_id
