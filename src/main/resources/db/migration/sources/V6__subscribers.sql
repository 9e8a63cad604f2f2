-- Programs of others that want to hear what happens here.
create sequence sources.subscriber_id;
create table sources.subscriber (
    community_id integer not null,
    id bigint not null default nextval('sources.subscriber_id'),
    name text not null,
    address text not null,
    -- which of all that happens
    wants text[] not null,
    -- what is sent is signed with it; sealed with a key that is not in the database
    sealed bytea not null,
    -- paused by somebody; broken after many failures, or when it asked for nothing more
    state text not null default 'on' check (state in ('on', 'paused', 'broken')),
    problem text,
    failures integer not null default 0,
    -- it is told nothing before
    next_at timestamptz not null,
    told_at timestamptz,
    by text not null,
    created_at timestamptz not null,
    primary key (community_id, id)
);
call folkmoot.keep_apart('sources.subscriber');

-- How far each feed of happenings was gathered for it.
create table sources.subscriber_place (
    community_id integer not null,
    subscriber_id bigint not null,
    feed text not null,
    last bigint not null,
    primary key (community_id, subscriber_id, feed),
    foreign key (community_id, subscriber_id) references sources.subscriber on delete cascade
);
call folkmoot.keep_apart('sources.subscriber_place');

-- What is to be told, or was. It names people by their numbers here and holds nothing else of them.
create sequence sources.telling_id;
create table sources.telling (
    community_id integer not null,
    id bigint not null default nextval('sources.telling_id'),
    subscriber_id bigint not null,
    -- the happening's own name: however often it is told, it is the same
    name text not null,
    type text not null,
    body text not null,
    made_at timestamptz not null,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
    tries integer not null default 0,
    next_at timestamptz not null,
    ended_at timestamptz,
    problem text,
    primary key (community_id, id),
    foreign key (community_id, subscriber_id) references sources.subscriber on delete cascade
);
call folkmoot.keep_apart('sources.telling');
create unique index telling_name on sources.telling (community_id, subscriber_id, name);
create index telling_waiting on sources.telling (community_id, subscriber_id, id) where state = 'waiting';
create index telling_listed on sources.telling (community_id, subscriber_id, id);
create index telling_made on sources.telling (community_id, made_at);
