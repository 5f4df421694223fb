-- one row per real measure, however many articles give it
create table statistics (
    statistic_id varchar primary key, -- stable: articles that arrive later do not renumber it
    subject varchar, -- team, player, person, competition, place or event that is measured
    metric varchar, -- what is measured: goals_scored, league_position, points_gap, unbeaten_run, age, transfer_fee ...
    value double, -- the number in its unit; a gap is negative where the subject is behind
    unit varchar, -- unit: goals, points, position, matches, years, EUR ...
    competition varchar, -- competition that the number is limited to
    season varchar, -- season as 2019-20
    matches integer, -- matches over which a tally ran
    other varchar, -- second party of a gap, a record or a transfer
    qualifier varchar, -- exact, about, at_least, more_than, less_than or up_to
    as_of varchar, -- day or interval for which it held, where known
    n_claims integer, -- claims that give it
    confidence double, -- how far the row is to be trusted, 0 to 1
    n_corroborating integer, -- other facts that bear it out: results between tallies, points, places, ages
    reference_status varchar -- verified, contradicted or unverifiable against official results; NULL without them
);
