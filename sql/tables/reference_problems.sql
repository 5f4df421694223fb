-- one row per thing that is odd about the official results: they are a source with errors of its own
create table reference_problems (
    source varchar not null, -- file of official results
    line integer not null, -- line in it
    reference_id varchar not null, -- row of reference_results
    problem varchar not null, -- what is odd
    advice varchar -- what was done about it, or what to do
);
