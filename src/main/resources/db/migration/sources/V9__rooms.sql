-- Where what a connection brought belongs: a space of the ledger and a place in it, empty where there is none.
create table sources.room (
    community_id integer not null,
    source_id bigint not null,
    key text not null,
    place text not null,
    primary key (community_id, source_id, key, place),
    foreign key (community_id, source_id) references sources.source on delete cascade
);
call folkmoot.keep_apart('sources.room');
create index room_key on sources.room (community_id, key, place);

-- Of which accounts it told.
create table sources.account (
    community_id integer not null,
    source_id bigint not null,
    identity_id bigint not null,
    primary key (community_id, source_id, identity_id),
    foreign key (community_id, source_id) references sources.source on delete cascade
);
call folkmoot.keep_apart('sources.account');
create index account_identity on sources.account (community_id, identity_id);

-- Of what came before nobody noted it: then all of a space counts as brought by whichever connection brought something of it.
insert into sources.room (community_id, source_id, key, place)
select p.community_id, p.source_id, p.key, '' from sources.space p
union
select p.community_id, p.source_id, p.key, l.external_id from sources.space p
    join activity.source s on s.community_id = p.community_id and s.key = p.key
    join activity.place l on l.community_id = s.community_id and l.source_id = s.id;
insert into sources.account (community_id, source_id, identity_id)
select p.community_id, p.source_id, i.id from sources.space p
    join members.identity i on i.community_id = p.community_id and i.source = p.key;
-- What spaces a connection brought something of follows from its rooms.
drop table sources.space;

-- erasing: let go of, and what it brought goes, piece by piece
alter table sources.source drop constraint source_state_check;
alter table sources.source add constraint source_state_check check (state in ('on', 'paused', 'broken', 'erasing'));
alter table sources.source
    add column erased_by text,
    add column to_erase bigint not null default 0,
    add column erased bigint not null default 0,
    add column erased_people bigint not null default 0;

-- Of which times something came, and how fast: since `paced_at`, when `paced_read` rows had been read; `pace` is what came a
-- minute before that.
alter table sources.source
    add column oldest_at timestamptz,
    add column newest_at timestamptz,
    add column paced_at timestamptz,
    add column paced_read bigint not null default 0,
    add column pace double precision;

-- What a platform itself says how much there is, when it was last asked, and how much of that was here then.
create table sources.total (
    community_id integer not null,
    source_id bigint not null,
    n integer not null,
    name text not null,
    theirs bigint not null,
    ours bigint not null,
    at timestamptz not null,
    primary key (community_id, source_id, n),
    foreign key (community_id, source_id) references sources.source on delete cascade
);
call folkmoot.keep_apart('sources.total');
