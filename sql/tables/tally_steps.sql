-- one row per two tallies of a side in one season that follow each other, held against the matches between them
create table tally_steps (
    to_statistic varchar not null, -- statistic_id of the later tally
    from_statistic varchar not null, -- statistic_id of the earlier one
    subject varchar, -- side whose tally it is
    metric varchar, -- what is counted: goals_scored, points ...
    competition varchar, -- competition under its usual English name
    season varchar, -- season as 2019-20
    from_matches integer, -- matches through which the earlier tally ran
    to_matches integer, -- matches through which the later one ran
    from_value integer, -- the earlier tally
    to_value integer, -- the later one
    n_matches integer, -- matches between them
    n_matches_told integer, -- those of them that are known with their numbers
    told integer, -- what these add
    missing integer, -- what the matches that nobody tells must have added; NULL where all are told
    verdict varchar, -- agrees, disagrees, or missing where not all matches between them are told
    match_ids varchar[] -- the matches that are certain to lie between them
);
