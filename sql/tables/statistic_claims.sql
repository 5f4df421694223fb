-- one row per measured number as one article states it
create table statistic_claims (
    claim_id varchar not null, -- s- and a hash of the document and the claim; the same on every run
    article_id varchar not null, -- story that makes the claim
    document varchar not null, -- file that holds the story
    char_start integer not null, -- first character of the quote in the decoded file, from 0
    char_end integer not null, -- character after its last one
    quote varchar, -- the words that make the claim, character for character
    subject varchar, -- team, player, person, competition, place or event that is measured
    metric varchar, -- what is measured: goals_scored, league_position, points_gap, unbeaten_run, age, transfer_fee ...
    value double, -- the number in its unit; a gap is negative where the subject is behind
    unit varchar, -- unit: goals, points, position, matches, years, EUR ...
    competition varchar, -- competition that the number is limited to
    season varchar, -- season as 2019-20
    matches integer, -- matches over which a tally ran
    other varchar, -- second party of a gap, a record or a transfer
    qualifier varchar, -- exact, about, at_least, more_than, less_than or up_to
    rule varchar, -- rule that read the claim
    confidence double -- how far the reading is to be trusted, 0 to 1
);
