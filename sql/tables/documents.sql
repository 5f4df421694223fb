-- one row per raw file that Pressbox has seen, whether it could be read or not
create table documents (
    document varchar primary key, -- path of the file relative to the raw folder, with forward slashes
    sha256 varchar, -- hash of the file's bytes, which decides whether it is read again; NULL when unreadable
    bytes bigint, -- size of the file
    encoding varchar, -- utf-8, utf-8-sig, utf-16-le (-be), utf-32-le (-be) or windows-1252; NULL when undecodable
    loaded_at timestamp, -- when this version of the file was read, in UTC
    status varchar not null, -- read, duplicate (same text as another file, counted once) or refused
    reason varchar, -- why the file was not read; NULL when it was
    rules varchar -- version of the reading rules under which its facts were read
);
