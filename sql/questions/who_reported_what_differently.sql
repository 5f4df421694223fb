-- Which report tells something otherwise than the others, what does it say, and what is shown instead?
select
    what,
    document,
    claimed_value,
    quote,
    used,
    used_document
from report_differences
order by what, document, claimed_value, quote, resolved_id
