-- What a connection said last of each thing, too short to tell what that was: by it a change shows where the platform
-- tells no time of one. A row for each thing and each of the two ways in which it is told.
create table sources.print (
    community_id integer not null,
    source_id bigint not null,
    thing bigint not null,
    -- whether it came by a call of the platform; else we asked
    called boolean not null,
    -- six bytes a field: three of its name, three of its value
    fields bytea not null,
    -- the platform's own time of its last change
    told_at timestamptz,
    -- when we saw that it reads otherwise
    since timestamptz,
    -- when it last said something new
    heard_at timestamptz not null,
    -- in which round of pulls that was; nought for calls
    round bigint not null,
    primary key (community_id, source_id, thing, called),
    foreign key (community_id, source_id) references sources.source on delete cascade
);
call folkmoot.keep_apart('sources.print');

-- Grows whenever all is here that there is by then.
alter table sources.source add column round bigint not null default 1;
