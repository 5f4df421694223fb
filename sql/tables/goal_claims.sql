-- one row per goal, or per n goals that are not told apart, as one article states it
create table goal_claims (
    claim_id varchar not null, -- g- and a hash of the document and the claim; the same on every run
    article_id varchar not null, -- story that makes the claim
    document varchar not null, -- file that holds the story
    char_start integer not null, -- first character of the quote in the decoded file, from 0
    char_end integer not null, -- character after its last one
    quote varchar, -- the words that make the claim, character for character
    scorer varchar, -- player, by the full name where the story gives it; of an own goal the unlucky one
    team varchar, -- side that the goal counts for
    opponent varchar, -- side that concedes it
    minute integer, -- minute of play where stated or certain; 95 in the fifth minute of stoppage time
    added_time integer, -- minutes into stoppage time
    kind varchar, -- open_play, header, free_kick, penalty or own_goal
    n integer, -- number of goals: more than 1 for a brace or hat-trick of which nothing else is told
    rule varchar, -- rule that read the claim
    confidence double -- how far the reading is to be trusted, 0 to 1
);
