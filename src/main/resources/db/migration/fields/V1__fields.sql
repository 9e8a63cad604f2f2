call folkmoot.furnish('fields');

-- What this community wants to know of people besides what accounts tell.
create sequence fields.field_id;
create table fields.field (
    community_id integer not null,
    id bigint not null default nextval('fields.field_id'),
    -- how files and programs name it; never changes
    key text not null check (key ~ '^[a-z0-9_]{1,60}$'),
    name text not null check (length(name) between 1 and 100),
    kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes_no')),
    choices text[] not null default '{}',
    -- only for those who may see contact data
    guarded boolean not null default false,
    place integer not null,
    -- what it was before the last change, so that it can be taken back
    before jsonb,
    archived_at timestamptz,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id),
    unique (community_id, key)
);
call folkmoot.keep_apart('fields.field');

-- What is said of somebody. It remembers on whom it was put; whose it is by now, members.report_home tells.
-- Of a person's several, the latest holds.
create table fields.entry (
    community_id integer not null,
    put_on bigint not null,
    field_id bigint not null,
    -- as its kind writes it: 12.5, 2026-03-28, yes; null: taken back
    value text check (length(value) between 1 and 1000),
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, put_on, field_id)
);
call folkmoot.keep_apart('fields.entry');
create index entry_value on fields.entry (community_id, field_id, left(value, 100)) where value is not null;

-- Who said what when; what was said at once has one batch, by which it is taken back.
create sequence fields.change_id;
create sequence fields.batch_id;
create table fields.change (
    community_id integer not null,
    id bigint not null default nextval('fields.change_id'),
    batch bigint not null,
    put_on bigint not null,
    field_id bigint not null,
    -- whether anything was put there before
    had boolean not null,
    before text,
    after text,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id)
);
call folkmoot.keep_apart('fields.change');
create index change_put_on on fields.change (community_id, put_on, field_id, id desc);
create index change_batch on fields.change (community_id, batch);

-- What each member's fields hold now, for filters and reports.
create view fields.report_value with (security_invoker = true) as
    select distinct on (e.community_id, h.member_id, e.field_id) e.community_id, h.member_id, e.field_id, f.key, f.kind, e.value
    from fields.entry e
    join fields.field f on f.community_id = e.community_id and f.id = e.field_id and f.archived_at is null
    join members.report_home h on h.community_id = e.community_id and h.home = e.put_on
    order by e.community_id, h.member_id, e.field_id, e.at desc, e.put_on;

-- At which hours (of UTC) an account is active: on how many days of its last active year it did anything
-- in each hour. What time zone that looks like is worked out when it is read.
create table fields.rhythm (
    community_id integer not null,
    identity_id bigint not null,
    hours integer[] not null check (cardinality(hours) = 24),
    primary key (community_id, identity_id)
);
call folkmoot.keep_apart('fields.rhythm');

-- How far in the ledger accounts were noted whose hours must be counted anew, and those noted.
create table fields.listened (
    community_id integer primary key,
    up_to bigint not null
);
call folkmoot.keep_apart('fields.listened');
create table fields.stirred (
    community_id integer not null,
    identity_id bigint not null,
    primary key (community_id, identity_id)
);
call folkmoot.keep_apart('fields.stirred');

-- Whether pictures are fetched, and who said so.
create table fields.picture_choice (
    community_id integer primary key,
    wanted boolean not null,
    by text not null,
    at timestamptz not null default now()
);
call folkmoot.keep_apart('fields.picture_choice');

-- Pictures of accounts, made small; null bytes: it could not be had, and why.
create table fields.picture (
    community_id integer not null,
    identity_id bigint not null,
    -- digest of the address it is from: another address is another picture
    origin text not null,
    digest text,
    bytes bytea,
    why text not null default '',
    tries integer not null default 1,
    at timestamptz not null default now(),
    again_at timestamptz,
    primary key (community_id, identity_id)
);
call folkmoot.keep_apart('fields.picture');
create index picture_digest on fields.picture (community_id, digest) where digest is not null;
