-- What we say on platforms. A row is sent at most once before somebody, or a look at the platform, has found that it
-- is not there.
create sequence sources.outgoing_id;
create table sources.outgoing (
    community_id integer not null,
    id bigint not null default nextval('sources.outgoing_id'),
    source_id bigint not null,
    what text not null,
    target text not null,
    title text not null default '',
    text text not null,
    -- held: can be taken back, or waits for the platform; sending: handed over, and no answer yet
    state text not null default 'held'
        check (state in ('held', 'sending', 'done', 'refused', 'unconfirmed', 'taken back')),
    by text not null,
    created_at timestamptz not null,
    go_at timestamptz not null,
    tried_at timestamptz,
    tries integer not null default 0,
    external_id text,
    url text,
    problem text,
    primary key (community_id, id)
);
call folkmoot.keep_apart('sources.outgoing');
create index outgoing_open on sources.outgoing (community_id, go_at) where state in ('held', 'sending', 'unconfirmed');
create index outgoing_source on sources.outgoing (community_id, source_id, id);
