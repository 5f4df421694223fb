-- one row per real match, played or scheduled, however many articles tell it
create table matches (
    match_id varchar primary key, -- stable: articles that arrive later do not renumber it
    status varchar not null, -- played or scheduled
    competition varchar, -- competition under its usual English name
    season varchar, -- season as 2019-20
    round varchar, -- round or matchday
    leg integer, -- leg of a two-legged tie, 1 or 2
    match_date date, -- day of play where only one day is left
    date_from date, -- first day on which it may have been played
    date_to date, -- last day on which it may have been played
    date_basis varchar, -- stated (an article gives the day), inferred (it follows), story order (soft: in a file)
    team_1 varchar, -- home side where that is known, else one side
    team_2 varchar, -- the other side
    home_team varchar, -- side that plays at home; NULL where unknown or on neutral ground
    score_1 integer, -- goals of team_1, after 120 minutes where extra time was played
    score_2 integer, -- goals of team_2
    score_90_1 integer, -- goals of team_1 after 90 minutes, where told
    score_90_2 integer, -- goals of team_2 after 90 minutes, where told
    decided varchar, -- regular, extra_time or penalties
    shootout_1 integer, -- team_1's kicks scored in the shoot-out
    shootout_2 integer, -- team_2's kicks scored in the shoot-out
    venue varchar, -- ground or city
    behind_closed_doors boolean, -- whether an article says that no crowd was let in
    n_claims integer, -- claims that tell this match
    n_articles integer, -- articles that tell this match
    is_inferred boolean, -- whether its score stands in no article and follows from others by arithmetic
    confidence double, -- how far the row is to be trusted, 0 to 1
    n_corroborating integer, -- other facts that bear it out: the aggregate of its tie, its goals, tallies, runs
    reference_status varchar -- verified, contradicted or unverifiable against official results; NULL without them
);
