-- Who of the team looks after whom. What is kept about a person is keyed by on whom it was put: see
-- members.report_moved and members.report_home.
call folkmoot.furnish('care');

-- What somebody of the team means to do.
create sequence care.task_id;
create table care.task (
    community_id integer not null,
    id bigint not null default nextval('care.task_id'),
    text text not null check (length(text) between 1 and 500),
    -- by the community's own clock; a time only with a day
    due_day date,
    due_time time,
    -- an account of the team, with its name as of then for when it is gone; null: nobody yet
    owner bigint,
    owner_name text,
    -- the activity with which its thread begins
    thread_id bigint,
    by text not null,
    at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    -- raised with each change, so that calendars know the later one
    sequence integer not null default 0,
    primary key (community_id, id),
    check (due_time is null or due_day is not null)
);
call folkmoot.keep_apart('care.task');
create index task_owner on care.task (community_id, owner, due_day, id);

-- A task without a row here is open.
create table care.task_end (
    community_id integer not null,
    task_id bigint not null,
    how text not null check (how in ('done', 'dropped')),
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, task_id)
);
call folkmoot.keep_apart('care.task_end');
create index task_end_at on care.task_end (community_id, at);

create table care.about (
    community_id integer not null,
    task_id bigint not null,
    put_on bigint not null,
    primary key (community_id, task_id, put_on)
);
call folkmoot.keep_apart('care.about');
create index about_put_on on care.about (community_id, put_on);

-- The addresses at which calendars fetch a teammate's tasks; the latest without an end holds.
create sequence care.feed_id;
create table care.feed (
    community_id integer not null,
    id bigint not null default nextval('care.feed_id'),
    account bigint not null,
    at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('care.feed');
create unique index feed_account on care.feed (community_id, account) where ended_at is null;

-- Who of the team keeps up a relationship. The row without an end is what holds of those put on one
-- account's home; of a person with several, the latest.
create sequence care.owner_id;
create table care.owner (
    community_id integer not null,
    id bigint not null default nextval('care.owner_id'),
    put_on bigint not null,
    -- null: nobody, said by hand
    account bigint,
    account_name text,
    by text not null,
    at timestamptz not null default now(),
    ended_at timestamptz,
    -- what was said together is taken back together
    batch bigint not null,
    primary key (community_id, id)
);
call folkmoot.keep_apart('care.owner');
create unique index owner_put_on on care.owner (community_id, put_on) where ended_at is null;
create index owner_account on care.owner (community_id, account) where ended_at is null;
create index owner_history on care.owner (community_id, put_on, id);
create index owner_batch on care.owner (community_id, batch);

create table care.watch (
    community_id integer not null,
    account bigint not null,
    put_on bigint not null,
    at timestamptz not null default now(),
    primary key (community_id, account, put_on)
);
call folkmoot.keep_apart('care.watch');
create index watch_put_on on care.watch (community_id, put_on);

-- Which members the people of the team are themselves.
create table care.self (
    community_id integer not null,
    account bigint not null,
    put_on bigint not null,
    at timestamptz not null default now(),
    primary key (community_id, account)
);
call folkmoot.keep_apart('care.self');
create index self_put_on on care.self (community_id, put_on);

-- Conversations that no platform knows of, written down by hand.
create sequence care.talk_id;
create table care.talk (
    community_id integer not null,
    id bigint not null default nextval('care.talk_id'),
    put_on bigint not null,
    account bigint,
    by text not null,
    at timestamptz not null,
    how text not null check (how in ('call', 'meeting', 'message', 'mail', 'other')),
    line text check (length(line) <= 500),
    logged_at timestamptz not null default now(),
    removed_at timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('care.talk');
create index talk_put_on on care.talk (community_id, put_on, at);

-- When each account last spoke with an account of the team, as far as the ledger knows: a reply or a
-- mention, to or from.
create table care.touch (
    community_id integer not null,
    identity_id bigint not null,
    with_identity bigint not null,
    activity_id bigint not null,
    at timestamptz not null,
    day date not null,
    -- whether the team spoke, else the person
    by_team boolean not null,
    primary key (community_id, identity_id)
) with (fillfactor = 80);
call folkmoot.keep_apart('care.touch');
create index touch_day on care.touch (community_id, day);

-- How far the ledger was read for it, and who was of the team then.
create table care.read (
    community_id integer primary key,
    up_to bigint not null,
    team bigint[] not null,
    stir numeric not null
);
call folkmoot.keep_apart('care.read');

-- The version of each local day when it was read: an activity of a day with another may be gone.
create table care.read_day (
    community_id integer not null,
    day date not null,
    version bigint not null,
    primary key (community_id, day)
);
call folkmoot.keep_apart('care.read_day');

-- Colleagues that a note names.
create table care.mention (
    community_id integer not null,
    account bigint not null,
    note_id bigint not null,
    put_on bigint not null,
    by text not null,
    at timestamptz not null default now(),
    seen_at timestamptz,
    primary key (community_id, account, note_id)
);
call folkmoot.keep_apart('care.mention');
create index mention_put_on on care.mention (community_id, put_on);
