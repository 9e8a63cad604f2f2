call folkmoot.furnish('consent');

-- How often and when people may be asked. No row: nobody has chosen yet, and the usual rules hold.
create table consent.rule (
    community_id integer primary key,
    asks smallint not null check (asks between 1 and 100),
    days smallint not null check (days between 1 and 366),
    -- minutes since midnight, by the clock of whoever is asked; the same twice: no quiet hours
    quiet_from smallint not null check (quiet_from between 0 and 1439),
    quiet_until smallint not null check (quiet_until between 0 and 1439),
    -- whether days without business hours are quiet too
    days_off boolean not null
);
call folkmoot.keep_apart('consent.rule');

-- What people are asked for.
create table consent.purpose (
    community_id integer not null,
    key text not null check (key ~ '^[a-z][a-z0-9-]{0,39}$' and key <> 'all'),
    basis text not null check (basis in ('consent', 'interest', 'service')),
    -- whether people outside of the team may choose it by themselves
    offered boolean not null,
    primary key (community_id, key)
);
call folkmoot.keep_apart('consent.purpose');

-- Its words, each version for good: a consent points to the one that was seen.
create table consent.wording (
    community_id integer not null,
    purpose text not null,
    version integer not null check (version > 0),
    name text not null check (length(name) between 1 and 100),
    words text not null check (length(words) between 1 and 2000),
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, purpose, version)
);
call folkmoot.keep_apart('consent.wording');

-- What people agreed to and took back. Rows are only ever added, until somebody must be forgotten.
create sequence consent.entry_id;
create table consent.entry (
    community_id integer not null,
    id bigint not null default nextval('consent.entry_id'),
    -- the member on whom it was put, as of then; null: an address of which no member was known
    put_on bigint,
    -- in lower case; empty: whichever is theirs
    address text not null default '' check (length(address) <= 320),
    -- `all` for every purpose there is
    purpose text not null,
    channel text not null check (channel in ('mail', 'hand')),
    -- confirmed: granted, and proven that the address is hers
    act text not null check (act in ('asked', 'granted', 'confirmed', 'withdrawn')),
    source text not null check (source in ('form', 'import', 'hand', 'link')),
    -- of the words she saw; null: not known
    version integer,
    -- where the proof lies, in the team's words
    note text not null default '' check (length(note) <= 500),
    by text not null,
    at timestamptz not null,
    noted_at timestamptz not null default now(),
    primary key (community_id, id),
    check (put_on is not null or address <> '')
);
call folkmoot.keep_apart('consent.entry');
create index entry_put_on on consent.entry (community_id, put_on);
create index entry_address on consent.entry (community_id, address) where address <> '';
revoke update on consent.entry from folkmoot_app;

-- What people were asked, and what waits to be. A row is what keeps an ask from going out twice.
create sequence consent.ask_id;
create table consent.ask (
    community_id integer not null,
    id bigint not null default nextval('consent.ask_id'),
    -- as above
    put_on bigint,
    purpose text not null,
    channel text not null check (channel in ('mail', 'hand')),
    -- who asks, and by which name of its own it knows this ask
    module text not null,
    key text not null check (length(key) <= 200),
    address text not null default '',
    subject text not null default '',
    text text not null default '',
    -- whether it counts for how often somebody was asked
    counts boolean not null,
    -- sending: handed to the mail server right now, or cut short in doing so
    state text not null check (state in ('waiting', 'held', 'sending', 'sent', 'failed', 'unconfirmed', 'cancelled')),
    -- why it is held, failed or cancelled
    reason text not null default '',
    goes_at timestamptz not null,
    expires_at timestamptz not null,
    by text not null,
    created_at timestamptz not null,
    -- when it was sent, or what else ended it
    ended_at timestamptz,
    primary key (community_id, id),
    unique (community_id, module, key)
);
call folkmoot.keep_apart('consent.ask');
create index ask_due on consent.ask (community_id, goes_at) where state in ('waiting', 'held', 'sending');
create index ask_put_on on consent.ask (community_id, put_on, created_at);
create index ask_state on consent.ask (community_id, state, id);

-- Who chose something on the public page and has not confirmed it yet.
create sequence consent.opening_id;
create table consent.opening (
    community_id integer not null,
    id bigint not null default nextval('consent.opening_id'),
    address text not null,
    -- as many of the one as of the other: the words that were seen
    purposes text[] not null,
    versions integer[] not null,
    at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('consent.opening');
create index opening_expires on consent.opening (community_id, expires_at);

-- How often somebody knocked at the public page, by a digest of address or network.
create table consent.knock (
    community_id integer not null,
    id bigint generated always as identity,
    digest text not null,
    at timestamptz not null,
    primary key (community_id, id)
);
call folkmoot.keep_apart('consent.knock');
create index knock_digest on consent.knock (community_id, digest, at);
