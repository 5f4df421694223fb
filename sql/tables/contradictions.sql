-- one row per field of a resolved row on which claims disagree
create table contradictions (
    contradiction_id varchar primary key, -- stable name of the disagreement
    what varchar not null, -- what they disagree on: match score, tie aggregate ...
    resolved_kind varchar not null, -- match, tie, goal or statistic
    resolved_id varchar not null, -- the resolved row
    field varchar, -- its column
    claim_ids varchar[], -- the claims that disagree
    claimed_values varchar[], -- what each of them says, in the order of claim_ids
    used varchar, -- the value that the resolved row shows
    why varchar -- why that one
);
