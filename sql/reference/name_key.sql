-- the key under which two spellings of a club or a competition are one: no case, accents, punctuation, legal form
create or replace temp macro name_key(name) as
array_to_string(
    list_filter(
        regexp_extract_all(strip_accents(lower(name)), '[\p{L}\p{N}]+'),
        lambda word: word not in ('fc', 'afc', 'cf', 'ac', 'as', 'ssc', 'sc')
    ),
    ' '
)
