-- table: number_mentions
-- key: document
-- severity: critical
-- reason: a number is listed as it stands in the text, where its span says
select
    number_mentions.document,
    number_mentions.char_start,
    number_mentions.char_end,
    number_mentions.quote,
    substr(
        articles.text,
        number_mentions.char_start - articles.char_start + 1,
        number_mentions.char_end - number_mentions.char_start
    ) as span_text
from number_mentions
inner join articles on number_mentions.article_id = articles.article_id
where
    substr(
        articles.text,
        number_mentions.char_start - articles.char_start + 1,
        number_mentions.char_end - number_mentions.char_start
    ) is distinct from number_mentions.quote
