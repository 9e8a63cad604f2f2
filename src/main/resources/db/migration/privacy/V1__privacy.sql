call folkmoot.furnish('privacy');

-- Somebody's data on its way out. While it is not done it is worked on, also after a restart.
create sequence privacy.erasure_id;
create table privacy.erasure (
    community_id integer not null,
    id bigint not null default nextval('privacy.erasure_id'),
    put_on bigint not null,
    -- her accounts as the preview showed them: whoever is joined with her later is not forgotten with her
    identities bigint[] not null,
    by text not null,
    at timestamptz not null default now(),
    -- what went and what stayed, kind by kind
    fates jsonb not null,
    done_at timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('privacy.erasure');
create unique index erasure_open on privacy.erasure (community_id, put_on) where done_at is null;
create index erasure_whose on privacy.erasure (community_id, put_on);

-- Who looked at whom: a row for each viewer, person, way and hour.
create table privacy.look (
    community_id integer not null,
    hour timestamptz not null,
    -- 0: many at once
    put_on bigint not null,
    way text not null check (way in ('profile', 'api', 'copy', 'list')),
    who text not null,
    -- how many people were in a list; 1 otherwise
    people integer not null,
    times integer not null default 1,
    primary key (community_id, hour, put_on, way, who)
);
call folkmoot.keep_apart('privacy.look');
create index look_whom on privacy.look (community_id, put_on, hour desc);
create index look_who on privacy.look (community_id, who, hour desc);

-- What a member, or whoever says so, asked for.
create sequence privacy.request_id;
create table privacy.request (
    community_id integer not null,
    id bigint not null default nextval('privacy.request_id'),
    wants text not null check (wants in ('copy', 'correction', 'erasure', 'objection')),
    -- null once it was forgotten
    address text check (length(address) <= 254),
    words text not null default '' check (length(words) <= 4000),
    language text not null,
    state text not null check (state in ('received', 'proven', 'working', 'answered', 'refused')),
    -- whom the team found it to come from
    put_on bigint,
    received_at timestamptz not null default now(),
    due_at timestamptz not null,
    extended boolean not null default false,
    closed_at timestamptz,
    -- what opens her copy, once; null when there is none
    download text,
    download_until timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('privacy.request');
create index request_due on privacy.request (community_id, due_at) where closed_at is null;
create index request_whose on privacy.request (community_id, put_on);

-- What became of a request, who did it and when.
create sequence privacy.step_id;
create table privacy.step (
    community_id integer not null,
    id bigint not null default nextval('privacy.step_id'),
    request_id bigint not null,
    what text not null,
    words text not null default '',
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id)
);
call folkmoot.keep_apart('privacy.step');
create index step_request on privacy.step (community_id, request_id, id);

-- Why something of each source is kept: the record of processing (GDPR, article 30).
create table privacy.basis (
    community_id integer not null,
    source text not null,
    basis text not null check (basis in ('consent', 'contract', 'obligation', 'vital', 'public', 'interest')),
    purpose text not null check (length(purpose) between 1 and 1000),
    origin text not null default '' check (length(origin) <= 1000),
    keeps text not null default '' check (length(keeps) <= 1000),
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, source)
);
call folkmoot.keep_apart('privacy.basis');

-- How long what is kept; no row: as long as the community.
create table privacy.rule (
    community_id integer not null,
    kind text not null,
    days integer not null check (days between 1 and 36500),
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, kind)
);
call folkmoot.keep_apart('privacy.rule');

-- What the rules took, run by run.
create sequence privacy.sweep_id;
create table privacy.sweep (
    community_id integer not null,
    id bigint not null default nextval('privacy.sweep_id'),
    kind text not null,
    days integer not null,
    went bigint not null,
    at timestamptz not null default now(),
    primary key (community_id, id)
);
call folkmoot.keep_apart('privacy.sweep');

-- Whom members write to.
create table privacy.contact (
    community_id integer primary key,
    controller text not null check (length(controller) between 1 and 500),
    address text not null check (length(address) between 1 and 500)
);
call folkmoot.keep_apart('privacy.contact');
