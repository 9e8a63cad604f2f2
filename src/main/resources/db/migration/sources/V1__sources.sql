call folkmoot.furnish('sources');

-- One of all communities, as it stands in the address that a platform calls: /hooks/12.
create sequence sources.source_id;

-- A live connection to one account on a platform.
create table sources.source (
    community_id integer not null,
    id bigint not null default nextval('sources.source_id'),
    platform text not null,
    name text not null,
    settings jsonb not null default '{}',
    -- paused by somebody; broken when only somebody can mend it
    state text not null default 'on' check (state in ('on', 'paused', 'broken')),
    by text not null,
    created_at timestamptz not null,
    -- how far it is, in the connector's own words; it moves in the transaction of the page
    cursor text not null default '',
    -- how often it moved: whoever comes second with a page finds another number and lets go of it
    steps bigint not null default 0,
    -- when everything from before was here for the first time
    complete_at timestamptz,
    next_at timestamptz not null,
    -- why it waits until then, when it is for the platform's sake
    waiting text,
    problem text,
    failures integer not null default 0,
    tried_at timestamptz,
    caught_at timestamptz,
    doing text,
    read bigint not null default 0,
    stored bigint not null default 0,
    known bigint not null default 0,
    refused bigint not null default 0,
    people bigint not null default 0,
    activities bigint not null default 0,
    primary key (community_id, id)
);
call folkmoot.keep_apart('sources.source');
create index source_due on sources.source (next_at) where state = 'on';

-- Sealed with a key that is not in the database.
create table sources.secret (
    community_id integer not null,
    source_id bigint not null,
    name text not null,
    sealed bytea not null,
    by text not null,
    set_at timestamptz not null,
    primary key (community_id, source_id, name),
    foreign key (community_id, source_id) references sources.source on delete cascade
);
call folkmoot.keep_apart('sources.secret');

-- What a platform still allows, for all sources that share its patience.
create table sources.budget (
    community_id integer not null,
    bucket text not null,
    lane text not null,
    remaining bigint,
    most bigint,
    resets_at timestamptz,
    closed_until timestamptz,
    primary key (community_id, bucket, lane)
);
call folkmoot.keep_apart('sources.budget');

-- Rows that could not be used, with their reason.
create sequence sources.refused_id;
create table sources.refused_row (
    community_id integer not null,
    id bigint not null default nextval('sources.refused_id'),
    source_id bigint not null,
    at timestamptz not null,
    reason text not null,
    raw text not null,
    primary key (community_id, id),
    foreign key (community_id, source_id) references sources.source on delete cascade
);
call folkmoot.keep_apart('sources.refused_row');
create index refused_row_source on sources.refused_row (community_id, source_id, id);

-- Which community a source is in, which is all that a platform's call tells by its address.
create function sources.community_of(source bigint) returns integer
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select s.community_id from sources.source s where s.id = source;
    end;
create index source_by_id on sources.source (id);
