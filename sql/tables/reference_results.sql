-- one row per match of the official results that the last run was given; empty where it was given none
create table reference_results (
    reference_id varchar primary key, -- name of the row, the same as long as the file tells the same match
    source varchar not null, -- file that tells it
    line integer not null, -- its line in that file
    competition varchar, -- competition under its usual English name, as written where nobody knows it
    season varchar, -- season as 2019-20
    round varchar, -- round: matchday 6, group C, last 16, final
    match_date date, -- day of play as the file writes it
    believed_on date, -- day to go by: another where the file's cannot be right, as reference_problems tells
    home_team varchar, -- side that is named first, under the name that matches use
    away_team varchar, -- the other side
    home_name varchar, -- side that is named first, as the file writes it
    away_name varchar, -- the other side, as the file writes it
    home_goals integer, -- goals of home_team, after 120 minutes where extra time was played; NULL: not played yet
    away_goals integer, -- goals of away_team
    decided varchar, -- regular, extra_time or penalties; NULL where the file does not tell
    shootout_home integer, -- kicks that home_team scored in a shoot-out
    shootout_away integer, -- kicks that away_team scored in a shoot-out
    is_believed boolean -- whether anything is held against it; false for what the file tells twice or cannot mean
);
