-- What the numbers are held against, what stands out in them, and who is told of it.
call folkmoot.furnish('briefing');

-- A day or span worth a mark on every chart.
create sequence briefing.annotation_id;
create table briefing.annotation (
    community_id integer not null,
    id bigint not null default nextval('briefing.annotation_id'),
    -- days of the community's own clock, both in it
    first date not null,
    last date not null,
    words text not null check (length(words) between 1 and 120),
    kind text not null check (kind in ('release', 'event', 'campaign', 'crisis', 'outage', 'expected', 'other')),
    link text check (length(link) <= 500),
    -- whether these days are unlike others: no alerts about them, and none of them teaches what is usual
    quiet boolean not null default false,
    by text not null,
    at timestamptz not null default now(),
    removed_at timestamptz,
    primary key (community_id, id),
    check (first <= last)
);
call folkmoot.keep_apart('briefing.annotation');
create index annotation_days on briefing.annotation (community_id, last, first) where removed_at is null;

-- What a number is to become.
create sequence briefing.goal_id;
create table briefing.goal (
    community_id integer not null,
    id bigint not null default nextval('briefing.goal_id'),
    gauge text not null,
    -- shares as fractions, times in seconds
    start_value double precision not null,
    start_day date not null,
    target double precision not null,
    due date not null,
    -- whether it is to be at least the target; else at most
    upward boolean not null,
    why text not null default '' check (length(why) <= 300),
    by text not null,
    at timestamptz not null default now(),
    removed_at timestamptz,
    primary key (community_id, id),
    check (start_day < due)
);
call folkmoot.keep_apart('briefing.goal');

-- What the number was, a week after the other and on the last day.
create table briefing.goal_reading (
    community_id integer not null,
    goal_id bigint not null,
    day date not null,
    -- null: not known
    value double precision,
    primary key (community_id, goal_id, day)
);
call folkmoot.keep_apart('briefing.goal_reading');

-- How far the nightly round came: of each of its parts the last day it has seen to.
create table briefing.round (
    community_id integer not null,
    part text not null,
    day date not null,
    -- what it knew then, so that it looks again when more is known
    mark text not null default '',
    primary key (community_id, part)
);
call folkmoot.keep_apart('briefing.round');

-- What stood out on a day, as it was said then.
create sequence briefing.alert_id;
create table briefing.alert (
    community_id integer not null,
    id bigint not null default nextval('briefing.alert_id'),
    -- the last day looked at, and how many up to it: 1 or 7
    day date not null,
    span integer not null check (span in (1, 7)),
    -- what was counted, and of whom: everybody, a platform, a place
    measure text not null check (measure in ('active', 'deeds', 'joined', 'unanswered', 'response')),
    scope text not null check (scope in ('everywhere', 'platform', 'place')),
    key text not null,
    name text not null,
    -- a mean day, where several are looked at; seconds for the response time
    value double precision not null,
    expected double precision not null,
    low double precision not null,
    high double precision not null,
    z double precision not null,
    chance double precision not null,
    -- the parts that made up most of it
    causes jsonb not null default '[]',
    -- the values before it, a day or a week each, the last one that of the alert
    recent double precision[] not null default '{}',
    at timestamptz not null default now(),
    -- what the team said to it: seen, or that it was to be expected, which marks the days
    answer text check (answer in ('seen', 'expected')),
    answered_by text,
    answered_at timestamptz,
    annotation_id bigint,
    primary key (community_id, id),
    unique (community_id, day, span, measure, scope, key)
);
call folkmoot.keep_apart('briefing.alert');
create index alert_open on briefing.alert (community_id, day desc, id desc) where answer is null;

-- Who gets letters, and when. Account 0 is the channel of the team, which has no clock of its own.
create table briefing.letter (
    community_id integer not null,
    account bigint not null,
    daily boolean not null default false,
    -- 1 Monday to 7; null: none
    weekday smallint check (weekday between 1 and 7),
    -- by the reader's own clock
    hour smallint not null default 8 check (hour between 0 and 23),
    -- whether nothing is sent when there is nothing to say; else a line says so
    silent boolean not null default false,
    at timestamptz not null default now(),
    primary key (community_id, account)
);
call folkmoot.keep_apart('briefing.letter');

-- Each letter once: who is second finds it here.
create table briefing.sending (
    community_id integer not null,
    account bigint not null,
    kind text not null check (kind in ('daily', 'weekly')),
    -- of the reader's own calendar
    day date not null,
    -- sending: being handed over, or cut short in it; unconfirmed: nobody knows whether it arrived
    state text not null check (state in ('sending', 'sent', 'nothing', 'failed', 'unconfirmed')),
    attempts integer not null default 1,
    at timestamptz not null,
    primary key (community_id, account, kind, day)
);
call folkmoot.keep_apart('briefing.sending');
create index sending_at on briefing.sending (community_id, account, at desc);

-- The channel of the team: an incoming webhook as Slack has them.
create table briefing.hook (
    community_id integer primary key,
    -- its address is a secret: AES-256-GCM, with a key that no backup holds
    sealed bytea not null,
    host text not null,
    by text not null,
    at timestamptz not null default now()
);
call folkmoot.keep_apart('briefing.hook');
