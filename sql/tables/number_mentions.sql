-- one row per number in the text, in digits or in words
create table number_mentions (
    article_id varchar not null, -- story that holds the number
    document varchar not null, -- file that holds the story
    char_start integer not null, -- first character of the number in the decoded file, from 0
    char_end integer not null, -- character after its last one
    quote varchar, -- the number as written
    value double, -- its value where it has one; NULL for a score
    status varchar not null, -- fact (part of a claim), attribute (of one: a minute, a date), ignored or unread
    reason varchar, -- what the number was taken for, or why it was left alone
    claim_id varchar -- claim that it belongs to
);
