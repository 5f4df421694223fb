-- Where do reports contradict each other, what does each say, and which one is used?
select
    what,
    field,
    claimed_value,
    is_used,
    why,
    document,
    quote
from contradiction_details
order by what asc, field asc, resolved_id asc, is_used desc, document asc, char_start asc
