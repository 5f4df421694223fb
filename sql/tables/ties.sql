-- one row per real two-legged tie; stated and computed aggregates are kept apart
create table ties (
    tie_id varchar primary key, -- stable: articles that arrive later do not renumber it
    competition varchar, -- competition under its usual English name
    season varchar, -- season as 2019-20
    round varchar, -- round: last 16, quarter-final
    team_1 varchar, -- one side
    team_2 varchar, -- the other side
    stated_1 integer, -- aggregate of team_1 as articles state it
    stated_2 integer, -- aggregate of team_2 as articles state it
    computed_1 integer, -- aggregate of team_1 as the two legs add up
    computed_2 integer, -- aggregate of team_2 as the two legs add up
    first_leg varchar, -- match_id of the first leg
    second_leg varchar, -- match_id of the second leg
    winner varchar, -- side that went through
    decided_by varchar, -- what the numbers say decided it: aggregate, away_goals or penalties; NULL where they do not
    verdict varchar, -- whether stated and computed agree: agrees, disagrees or not_comparable
    n_claims integer, -- claims that state the aggregate
    n_corroborating integer, -- legs that bear the stated aggregate out: 2 where they add up to it, else 0
    reference_status varchar -- verified, contradicted or unverifiable against official results; NULL without them
);
