-- one row per claim or resolved row that a check refused; nothing is dropped silently
create table rejected_claims (
    claim_id varchar not null, -- id of the refused row
    claim_kind varchar not null, -- match, tie, goal or statistic for a claim, else the table that held the row
    document varchar, -- file that made the claim; NULL for a resolved row
    claim json, -- the whole row as it was; with a resolved row the ids of the claims that told it
    check_name varchar not null, -- check that refused it
    reason varchar -- why, in words
);
