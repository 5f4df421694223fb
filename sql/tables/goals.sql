-- one row per real goal, or per n goals of a player in a match that nobody tells apart
create table goals (
    goal_id varchar primary key, -- stable: articles that arrive later do not renumber it
    match_id varchar, -- match in which it fell; NULL where no article makes that certain
    scorer varchar, -- player; of an own goal the unlucky one
    team varchar, -- side that the goal counts for
    minute integer, -- minute of play where known; 95 in the fifth minute of stoppage time
    added_time integer, -- minutes into stoppage time
    kind varchar, -- open_play, header, free_kick, penalty or own_goal
    n integer, -- number of goals
    n_claims integer -- claims that tell it
);
