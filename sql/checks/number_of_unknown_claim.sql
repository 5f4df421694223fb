-- table: number_mentions
-- key: document
-- severity: critical
-- reason: a number that counts as a fact or as an attribute of one belongs to a claim that is there
select
    number_mentions.document,
    number_mentions.char_start,
    number_mentions.quote,
    number_mentions.status,
    number_mentions.claim_id
from number_mentions
left join claims on number_mentions.claim_id = claims.claim_id
where
    claims.claim_id is null
    and (number_mentions.claim_id is not null or number_mentions.status = 'fact')
