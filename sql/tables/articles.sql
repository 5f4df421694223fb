-- one row per story in a file; a file may hold many with no separator between them
create table articles (
    article_id varchar primary key, -- first twelve digits of the document's hash and the number of the story
    document varchar not null, -- file that holds the story
    article integer not null, -- place of the story in its file, from 1
    char_start integer not null, -- first character of the story in the decoded file, from 0
    char_end integer not null, -- character after its last one
    headline varchar, -- headline where the story has one
    published date, -- day of publication, where stated and not contradicted by the story, or inferred from it
    published_text varchar, -- the dateline as written
    published_status varchar, -- stated, inferred, contradicted (by the story; dates nothing) or unknown
    text varchar not null -- the story itself, character for character
);
