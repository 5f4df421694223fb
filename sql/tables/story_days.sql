-- one row per story: the days on which it may have been written
create table story_days (
    article_id varchar primary key, -- story
    written_from date, -- first day on which it may have been written; NULL where nothing says so
    written_to date, -- last day on which it may have been written; the same as written_from where one day is left
    basis varchar -- dateline, inferred (from the matches it tells), story order (soft: its place in its file)
);
