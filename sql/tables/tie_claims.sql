-- one row per two-legged aggregate as one article states it
create table tie_claims (
    claim_id varchar not null, -- t- and a hash of the document and the claim; the same on every run
    article_id varchar not null, -- story that makes the claim
    document varchar not null, -- file that holds the story
    char_start integer not null, -- first character of the quote in the decoded file, from 0
    char_end integer not null, -- character after its last one
    quote varchar, -- the words that make the claim, character for character
    team_1 varchar, -- one side
    team_2 varchar, -- the other side
    aggregate_1 integer, -- goals of team_1 over both legs, as stated
    aggregate_2 integer, -- goals of team_2 over both legs, as stated
    winner varchar, -- side that went through, where the article tells
    competition varchar, -- competition under its usual English name
    season varchar, -- season as 2019-20
    round varchar, -- round: last 16, quarter-final
    rule varchar, -- rule that read the claim
    confidence double -- how far the reading is to be trusted, 0 to 1
);
