-- Which of the ledger's spaces a connection brought something of: through it they can be answered.
create table sources.space (
    community_id integer not null,
    source_id bigint not null,
    key text not null,
    primary key (community_id, source_id, key),
    foreign key (community_id, source_id) references sources.source on delete cascade
);
call folkmoot.keep_apart('sources.space');

-- The days of the last months of which something came, by which an unusual silence shows.
create table sources.busy_day (
    community_id integer not null,
    source_id bigint not null,
    day date not null,
    primary key (community_id, source_id, day),
    foreign key (community_id, source_id) references sources.source on delete cascade
);
call folkmoot.keep_apart('sources.busy_day');
