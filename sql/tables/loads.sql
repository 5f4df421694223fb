-- one row per run that published or refused
create table loads (
    run_id varchar primary key, -- name of the run
    started_at timestamp, -- when it began, in UTC
    rules varchar, -- version of the reading rules
    reference varchar, -- official results it was held against, each with the hash of its text; NULL without any
    files_read integer, -- files read in this run: new and changed ones
    files_new integer, -- files not seen before
    files_changed integer, -- files whose bytes changed, or that were read under other rules
    files_unchanged integer, -- files whose facts were carried over
    files_removed integer, -- files that have gone, with their facts
    files_refused integer, -- files that could not be read
    articles integer, -- stories in the warehouse
    claims integer, -- claims in the warehouse
    rejected integer, -- rows that checks refused
    numbers_fact integer, -- numbers that are part of a claim
    numbers_attribute integer, -- numbers that qualify a claim
    numbers_ignored integer, -- numbers left alone, with a reason
    numbers_unread integer, -- numbers that no rule understood
    verdict varchar, -- publish or refuse
    seconds double -- how long the run took up to here
);
