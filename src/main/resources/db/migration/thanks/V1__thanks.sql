call folkmoot.furnish('thanks');

-- What each account did on each local day, as far as it may become worth a thank-you. Worked out anew for
-- the days that the ledger says have changed; `digest` tells two days with the same counts apart.
create table thanks.tally (
    community_id integer not null,
    day date not null,
    identity_id bigint not null,
    posts integer not null,
    answers integer not null,
    accepted integer not null,
    reviews integer not null,
    changes integer not null,
    talks integer not null,
    -- questions of people who were new, answered; and the last of these answers
    newcomers integer not null,
    newcomer_id bigint,
    digest bigint not null,
    primary key (community_id, day, identity_id)
);
call folkmoot.keep_apart('thanks.tally');
create index tally_identity on thanks.tally (community_id, identity_id, day);

-- Which version of each day the tally is of.
create table thanks.day (
    community_id integer not null,
    day date not null,
    version bigint not null,
    primary key (community_id, day)
);
call folkmoot.keep_apart('thanks.day');

-- Accounts whose person's moments are to be worked out anew: their tally changed, or whose they are.
create table thanks.stale (
    community_id integer not null,
    identity_id bigint not null,
    primary key (community_id, identity_id)
);
call folkmoot.keep_apart('thanks.stale');

-- What may be worth a thank-you: of a person, kept with the account that did it.
create table thanks.moment (
    community_id integer not null,
    identity_id bigint not null,
    kind text not null,
    -- the 100th review; days of silence; years; newcomers in a month
    nth integer not null,
    activity_id bigint not null,
    at timestamptz not null,
    -- 1 to 9: which comes first on the wall
    worth integer not null,
    primary key (community_id, identity_id, kind, nth, activity_id)
);
call folkmoot.keep_apart('thanks.moment');
create index moment_best on thanks.moment (community_id, worth, at, activity_id, kind);
-- for the effect
create index moment_at on thanks.moment (community_id, at);

-- Which kinds a community wants to see, and from how many on. What is not here is as usual.
create table thanks.rule (
    community_id integer not null,
    kind text not null,
    shown boolean not null,
    least integer not null,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, kind)
);
call folkmoot.keep_apart('thanks.rule');

-- What the team did about a moment: a row says who and when, and whether it was taken back.
create sequence thanks.thank_id;
create sequence thanks.batch;
create table thanks.thank (
    community_id integer not null,
    id bigint not null default nextval('thanks.thank_id'),
    -- what was done at once is taken back at once
    batch bigint not null,
    -- on whom it was put: a member's id of then
    put_on bigint not null,
    kind text not null,
    nth integer not null,
    activity_id bigint not null,
    moment_at timestamptz not null,
    done text not null check (done in ('thanked', 'skipped')),
    way text check (way in ('platform', 'mail', 'person', 'gift')),
    note text check (length(note) <= 2000),
    by text not null,
    at timestamptz not null default now(),
    taken_back_at timestamptz,
    taken_back_by text,
    primary key (community_id, id)
);
call folkmoot.keep_apart('thanks.thank');
create unique index thank_once on thanks.thank (community_id, put_on, kind, nth, activity_id) where taken_back_at is null;
create index thank_done on thanks.thank (community_id, done, id) where taken_back_at is null;
create index thank_batch on thanks.thank (community_id, batch);

-- Who wants neither thanks nor gifts. Of a person with several accounts one such row is enough.
create table thanks.wish (
    community_id integer not null,
    put_on bigint not null,
    way text not null check (way in ('team', 'link')),
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, put_on)
);
call folkmoot.keep_apart('thanks.wish');

-- The catalogue: what can be given.
create sequence thanks.gift_kind_id;
create table thanks.gift_kind (
    community_id integer not null,
    id bigint not null default nextval('thanks.gift_kind_id'),
    name text not null check (length(name) between 1 and 100),
    about text not null check (length(about) <= 500),
    -- how many there were to give; null: enough
    stock integer check (stock between 0 and 1000000),
    cost text not null check (length(cost) <= 40),
    by text not null,
    at timestamptz not null default now(),
    retired_at timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('thanks.gift_kind');
create unique index gift_kind_name on thanks.gift_kind (community_id, name) where retired_at is null;

create sequence thanks.gift_id;
create table thanks.gift (
    community_id integer not null,
    id bigint not null default nextval('thanks.gift_id'),
    put_on bigint not null,
    gift_kind_id bigint not null,
    -- for which moment; null without one
    kind text,
    nth integer,
    activity_id bigint,
    why text not null check (length(why) <= 500),
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id),
    foreign key (community_id, gift_kind_id) references thanks.gift_kind (community_id, id)
);
call folkmoot.keep_apart('thanks.gift');
create index gift_put_on on thanks.gift (community_id, put_on);
create index gift_of_kind on thanks.gift (community_id, gift_kind_id);

-- Where a gift is on its way: the last step holds.
create table thanks.gift_step (
    community_id integer not null,
    gift_id bigint not null,
    n integer not null,
    state text not null check (state in ('asked', 'address', 'sent', 'arrived', 'returned', 'cancelled', 'declined')),
    note text not null check (length(note) <= 500),
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, gift_id, n),
    foreign key (community_id, gift_id) references thanks.gift (community_id, id) on delete cascade
);
call folkmoot.keep_apart('thanks.gift_step');

-- Where to send it: sealed with a key that is not in the database (AES-256-GCM), and gone some time
-- after it is needed no more.
create table thanks.address (
    community_id integer not null,
    gift_id bigint not null,
    sealed bytea not null,
    at timestamptz not null default now(),
    primary key (community_id, gift_id),
    foreign key (community_id, gift_id) references thanks.gift (community_id, id) on delete cascade
);
call folkmoot.keep_apart('thanks.address');
