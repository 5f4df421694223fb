-- one row per match as one article states it, played or still to come
create table match_claims (
    claim_id varchar not null, -- m- and a hash of the document and the claim; the same on every run
    article_id varchar not null, -- story that makes the claim
    document varchar not null, -- file that holds the story
    char_start integer not null, -- first character of the quote in the decoded file, from 0
    char_end integer not null, -- character after its last one
    quote varchar, -- the words that make the claim, character for character
    status varchar, -- played, or scheduled when the story was written
    team_1 varchar, -- one side, under its usual English name; home first where that is known
    team_2 varchar, -- the other side
    score_1 integer, -- goals of team_1, after 120 minutes where extra time was played
    score_2 integer, -- goals of team_2
    home_team varchar, -- side that plays at home; NULL where unknown or on neutral ground
    competition varchar, -- competition under its usual English name
    season varchar, -- season as 2019-20
    round varchar, -- round or matchday: last 16, quarter-final, final, group stage, matchday 6
    leg integer, -- leg of a two-legged tie, 1 or 2
    match_date date, -- day of play where only one day is left
    date_text varchar, -- the day as written: on Tuesday, March 10
    venue varchar, -- ground or city
    decided varchar, -- regular, extra_time or penalties
    shootout varchar, -- shoot-out from team_1's side: 4-2
    behind_closed_doors boolean, -- whether the article says that no crowd was let in
    rule varchar, -- rule that read the claim
    confidence double -- how far the reading is to be trusted, 0 to 1
);
