call folkmoot.furnish('ties');

-- Who met whom on which local day: how often `one` replied to `other`, named them, and worked on theirs (a
-- review, a commit made together); `together` is in how many threads both spoke close to each other, and
-- stands with the smaller id first. Accounts, never members: joining and parting people moves nothing here.
create table ties.meeting (
    community_id integer not null,
    one bigint not null,
    other bigint not null,
    day date not null,
    replies integer not null,
    mentions integer not null,
    reviews integer not null,
    together integer not null,
    primary key (community_id, one, other, day)
);
call folkmoot.keep_apart('ties.meeting');
create index meeting_day on ties.meeting (community_id, day);

-- All meetings of two accounts added up. A meeting of today weighs more than one of last year; so that no row
-- has to be written again as time goes by, `weight` is as of the first day of 2000 and is scaled when read.
create table ties.tie (
    community_id integer not null,
    one bigint not null,
    other bigint not null,
    replies integer not null,
    mentions integer not null,
    reviews integer not null,
    together integer not null,
    weight double precision not null,
    last date not null,
    primary key (community_id, one, other)
) with (fillfactor = 80);
call folkmoot.keep_apart('ties.tie');
-- the strongest of one account, from either side
create index tie_one on ties.tie (community_id, one, weight desc) include (other);
create index tie_other on ties.tie (community_id, other, weight desc) include (one);
create index tie_weight on ties.tie (community_id, weight desc);

-- Which state of a day its meetings were worked out from.
create table ties.seen (
    community_id integer not null,
    day date not null,
    version bigint not null,
    primary key (community_id, day)
);
call folkmoot.keep_apart('ties.seen');

-- How much a day's meetings weigh: no pair gains more than ten on one day, however much they chat.
create function ties.gain(replies integer, mentions integer, reviews integer, together integer) returns double precision
    language sql immutable parallel safe
    return least(10, replies + mentions + 2.0 * reviews + 0.25 * together)::double precision;

-- What a weight of that day is multiplied by, to be compared with all others: it halves in 180 days.
create function ties.scale(day date) returns double precision
    language sql immutable parallel safe
    return power(2.0::double precision, (least(greatest(day, date '1900-01-01'), date '2150-01-01') - date '2000-01-01') / 180.0::double precision);

-- People who might gain by knowing each other. Like notes these remember on whom they were put; whose they are
-- by now tell members.report_home and members.report_moved.
create sequence ties.introduction_id;
create table ties.introduction (
    community_id integer not null,
    id bigint not null default nextval('ties.introduction_id'),
    kind text not null check (kind in ('shared', 'welcome')),
    -- of a welcome, the newcomer
    put_on bigint not null,
    -- of a welcome, who could help
    put_on_other bigint not null,
    reason text not null,
    draft text not null,
    score double precision not null,
    state text not null default 'suggested'
        check (state in ('suggested', 'accepted', 'sent', 'answered', 'dismissed', 'never')),
    since timestamptz not null,
    suggested_at timestamptz not null,
    sent_at timestamptz,
    answered_at timestamptz,
    -- true when the ledger told, false when a teammate did
    seen_answered boolean not null default false,
    primary key (community_id, id),
    check (put_on <> put_on_other)
);
call folkmoot.keep_apart('ties.introduction');
create index introduction_state on ties.introduction (community_id, state, score desc, id);
create index introduction_put_on on ties.introduction (community_id, put_on);
create index introduction_put_on_other on ties.introduction (community_id, put_on_other);

-- Who changed an introduction from which state to which, and when; what was taken back is gone from here and
-- stands in the audit trail.
create table ties.step (
    community_id integer not null,
    introduction_id bigint not null,
    n integer not null,
    was text not null,
    state text not null,
    by text not null,
    at timestamptz not null,
    primary key (community_id, introduction_id, n)
);
call folkmoot.keep_apart('ties.step');
