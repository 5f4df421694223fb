-- table: number_mentions
-- key: document
-- severity: critical
-- reason: a number is listed as it stands in the text, where its span says
select
    document,
    char_start,
    char_end,
    quote,
    span_text
from words_at_spans
where quoted_by = 'number' and span_text is distinct from quote
