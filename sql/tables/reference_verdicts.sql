-- one row per match, tie and statistic that official results were asked about; empty where the run was given none
create table reference_verdicts (
    resolved_kind varchar not null, -- match, tie or statistic
    resolved_id varchar not null, -- the row that was held against official results
    verdict varchar not null, -- verified, contradicted or unverifiable
    told varchar, -- what articles tell, as far as it was compared
    official varchar, -- what official results say about it; NULL where they say nothing
    why varchar, -- how the verdict came about
    reference_ids varchar[], -- rows of reference_results that it rests on
    primary key (resolved_kind, resolved_id)
);
