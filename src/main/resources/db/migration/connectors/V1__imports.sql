create sequence connectors.import_id;

create table connectors.import (
    community_id integer not null,
    id bigint not null default nextval('connectors.import_id'),
    format text not null,
    -- the file's or folder's name, for people
    name text not null,
    path text not null,
    options jsonb not null default '{}',
    -- tells whether the export is still the same
    fingerprint text not null,
    state text not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
    -- whoever works on it holds an advisory lock; this is what they were told
    cancel boolean not null default false,
    by text not null,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz,
    -- findings handled so far: where to go on
    position bigint not null default 0,
    read bigint not null default 0,
    stored bigint not null default 0,
    known bigint not null default 0,
    refused bigint not null default 0,
    people bigint not null default 0,
    activities bigint not null default 0,
    bytes_read bigint not null default 0,
    bytes_total bigint not null default 0,
    -- the present run: when it began, what was read before it, the file it reads now
    run_at timestamptz,
    run_read bigint not null default 0,
    run_bytes bigint not null default 0,
    doing text,
    problem text,
    primary key (community_id, id)
);
call folkmoot.keep_apart('connectors.import');

create sequence connectors.refused_id;
create table connectors.refused_row (
    community_id integer not null,
    id bigint not null default nextval('connectors.refused_id'),
    import_id bigint not null,
    file text not null,
    line bigint not null,
    reason text not null,
    raw text not null,
    primary key (community_id, id)
);
call folkmoot.keep_apart('connectors.refused_row');
create index refused_row_import on connectors.refused_row (community_id, import_id, id);

-- A CSV's mapping, remembered for the next file with the same header.
create table connectors.mapping (
    community_id integer not null,
    header text not null,
    mapping jsonb not null,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, header)
);
call folkmoot.keep_apart('connectors.mapping');
