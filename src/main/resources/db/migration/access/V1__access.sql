create table access.account (
    id bigint generated always as identity primary key,
    -- always lower-case
    email text not null unique check (email = lower(email) and length(email) <= 254),
    name text not null check (length(name) between 1 and 200),
    -- Argon2id; null when only a passkey opens
    password text,
    locale text,
    timezone text,
    created_at timestamptz not null default now(),
    last_community integer,
    -- what passkeys know the account by: random, says nothing about the person
    handle bytea not null unique default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);

-- Which account has which role where.
create table access.teammate (
    community_id integer not null,
    account_id bigint not null references access.account (id) on delete cascade,
    role text not null check (role in ('director', 'lead', 'manager', 'coordinator', 'moderator', 'analyst')),
    since timestamptz not null default now(),
    seen_at timestamptz,
    seen_before timestamptz,
    primary key (community_id, account_id)
);
alter table access.teammate enable row level security;
create policy apart on access.teammate
    using (community_id = folkmoot.community()) with check (community_id = folkmoot.community());
-- An account sees, but does not change, where else it belongs.
create policy own on access.teammate for select using (account_id = folkmoot.account());

create sequence access.invitation_id;
create table access.invitation (
    community_id integer not null,
    id bigint not null default nextval('access.invitation_id'),
    -- SHA-256 of the secret in the link
    hash bytea not null,
    email text not null,
    role text not null check (role in ('director', 'lead', 'manager', 'coordinator', 'moderator', 'analyst')),
    by text not null,
    at timestamptz not null default now(),
    expires_at timestamptz not null,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('access.invitation');

create sequence access.token_id;
create table access.token (
    community_id integer not null,
    id bigint not null default nextval('access.token_id'),
    name text not null,
    -- SHA-256 of the token
    hash bytea not null,
    scope text not null check (scope in ('read', 'write')),
    by text not null,
    at timestamptz not null default now(),
    used_at timestamptz,
    revoked_at timestamptz,
    primary key (community_id, id),
    unique (community_id, hash)
);
call folkmoot.keep_apart('access.token');

-- Who did what. Rows are only ever added: the application's role may not change or remove them.
create sequence access.trail_id;
create table access.trail (
    community_id integer not null,
    id bigint not null default nextval('access.trail_id'),
    at timestamptz not null default now(),
    account_id bigint,
    who text not null,
    action text not null,
    subject text,
    subject_id text,
    detail jsonb not null default '{}',
    request text,
    primary key (community_id, id)
);
call folkmoot.keep_apart('access.trail');
revoke update, delete on access.trail from folkmoot_app;
create index trail_at on access.trail (community_id, at desc, id desc);
create index trail_subject on access.trail (community_id, subject, subject_id);

-- Attempts to sign in, to slow down guessing.
create table access.attempt (
    key text not null,
    at timestamptz not null default now()
);
create index attempt_key on access.attempt (key, at);

-- Sessions (Spring Session's shape).
create table access.session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(254)
);
create index session_expiry on access.session (expiry_time);
create index session_principal on access.session (principal_name);
create table access.session_attributes (
    session_primary_id char(36) not null references access.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- Passkeys, each of one account.
create table access.passkey (
    -- base64url, as the browser names it
    id text primary key,
    account_id bigint not null references access.account (id) on delete cascade,
    label text not null,
    -- COSE
    public_key bytea not null,
    signatures bigint not null,
    uv_initialized boolean not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    transports text[] not null,
    attestation bytea,
    client_data bytea,
    created_at timestamptz not null,
    used_at timestamptz not null
);
create index passkey_account on access.passkey (account_id);
