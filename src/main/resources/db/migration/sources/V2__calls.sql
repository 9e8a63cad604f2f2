-- What platforms called to tell us, as it came. A row whose work is done keeps its name for a while, so that the
-- same call is known when it comes again, and loses its body.
create sequence sources.call_id;
create table sources.call (
    community_id integer not null,
    id bigint not null default nextval('sources.call_id'),
    source_id bigint not null,
    delivery text not null,
    query jsonb not null default '{}',
    headers jsonb not null default '{}',
    body bytea not null,
    came_at timestamptz not null,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
    tries integer not null default 0,
    next_at timestamptz not null,
    ended_at timestamptz,
    problem text,
    primary key (community_id, id)
);
call folkmoot.keep_apart('sources.call');
create unique index call_delivery on sources.call (community_id, source_id, delivery);
create index call_waiting on sources.call (community_id, next_at) where state = 'waiting';
create index call_dead on sources.call (community_id, source_id, id) where state = 'dead';
create index call_done on sources.call (community_id, ended_at) where state = 'done';
