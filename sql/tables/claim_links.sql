-- one row per claim and resolved row that it supports, as a whole or in one field
create table claim_links (
    claim_id varchar not null, -- the claim
    claim_kind varchar not null, -- match, tie, goal or statistic: the table that holds the claim
    resolved_kind varchar not null, -- match, tie, goal or statistic: the table that holds the resolved row
    resolved_id varchar not null, -- the resolved row
    field varchar -- the one column that the claim supports; NULL where it supports the row as a whole
);
