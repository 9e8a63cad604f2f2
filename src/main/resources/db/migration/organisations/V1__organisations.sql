call folkmoot.furnish('organisations');

create sequence organisations.organisation_id;

-- An organisation as the team keeps it. Which people are of it follows from what it is known by.
create table organisations.organisation (
    community_id integer not null,
    id bigint not null default nextval('organisations.organisation_id'),
    name text not null check (length(name) between 1 and 200),
    url text not null default '' check (length(url) <= 500),
    note text not null default '' check (length(note) <= 5000),
    staff boolean not null default false,
    -- the organisation that this one turned out to be; null: itself. Joining and parting move this alone.
    same_as bigint,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id)
);
call folkmoot.keep_apart('organisations.organisation');
create index organisation_same on organisations.organisation (community_id, same_as) where same_as is not null;
create index organisation_name on organisations.organisation (community_id, name) where same_as is null;

-- What an organisation is known by: names as people write them, e-mail domains. Nothing is known by two.
create table organisations.sign (
    community_id integer not null,
    kind text not null check (kind in ('name', 'domain')),
    key text not null check (length(key) between 1 and 300),
    -- as somebody wrote it
    shown text not null check (length(shown) between 1 and 300),
    organisation bigint not null,
    primary key (community_id, kind, key)
);
call folkmoot.keep_apart('organisations.sign');
create index sign_organisation on organisations.sign (community_id, organisation);

-- Which two were said to be one, by whom and when, and who took it back.
create sequence organisations.step_id;
create table organisations.step (
    community_id integer not null,
    id bigint not null default nextval('organisations.step_id'),
    one bigint not null,
    into_other bigint not null,
    by text not null,
    at timestamptz not null default now(),
    undone_by text,
    undone_at timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('organisations.step');
create index step_one on organisations.step (community_id, one);
create index step_other on organisations.step (community_id, into_other);

-- How an organisation was before a change, to bring it back.
create sequence organisations.former_id;
create table organisations.former (
    community_id integer not null,
    id bigint not null default nextval('organisations.former_id'),
    organisation bigint not null,
    was jsonb not null,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id)
);
call folkmoot.keep_apart('organisations.former');

-- What somebody answered to a question: this domain is no organisation, these two names are two.
create table organisations.judgement (
    community_id integer not null,
    kind text not null check (kind in ('domain', 'names')),
    one text not null,
    other text not null default '',
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, kind, one, other)
);
call folkmoot.keep_apart('organisations.judgement');

-- Where somebody works or worked, as the team says it: put on a member, as of then.
create sequence organisations.stint_id;
create table organisations.stint (
    community_id integer not null,
    id bigint not null default nextval('organisations.stint_id'),
    put_on bigint not null,
    organisation text not null check (length(organisation) between 1 and 200),
    since date,
    until date,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id)
);
call folkmoot.keep_apart('organisations.stint');
create index stint_put_on on organisations.stint (community_id, put_on);
