-- table: claims
-- key: claim_id
-- severity: critical
-- reason: the quote is the proof of a claim: it must stand in the text, character for character, where its span says
select
    claim_id,
    document,
    char_start,
    char_end,
    quote,
    span_text
from words_at_spans
where quoted_by = 'claim' and span_text is distinct from quote
