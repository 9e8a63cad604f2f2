-- What platforms count of themselves, as it stood on a day of theirs: views, sessions, subscribers.
create table sources.figure (
    community_id integer not null,
    source_id bigint not null,
    day date not null,
    name text not null,
    -- what it is counted of may be long, so its hash is in the key
    of_hash bytea not null,
    of jsonb not null default '{}',
    value numeric not null,
    primary key (community_id, source_id, day, name, of_hash),
    foreign key (community_id, source_id) references sources.source on delete cascade
);
call folkmoot.keep_apart('sources.figure');
