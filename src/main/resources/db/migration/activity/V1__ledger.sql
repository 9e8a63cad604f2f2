-- The ledger's order: an activity's id is its place in it.
create sequence activity.ledger;
create sequence activity.place_id;

create table activity.source (
    community_id integer not null,
    id integer not null,
    key text not null,
    platform text not null,
    label text not null,
    markup text not null,
    primary key (community_id, id),
    unique (community_id, key)
);
call folkmoot.keep_apart('activity.source');

create table activity.place (
    community_id integer not null,
    id bigint not null default nextval('activity.place_id'),
    source_id integer not null,
    external_id text not null,
    name text not null,
    style text not null,
    topic text,
    url text,
    primary key (community_id, id),
    unique (community_id, source_id, external_id)
);
call folkmoot.keep_apart('activity.place');

create table activity.activity (
    community_id integer not null,
    id bigint not null default nextval('activity.ledger'),
    source_id integer not null,
    external_id text not null,
    -- the kind as the source told it, and as the ledger sees it (questions, answers, accepted answers)
    told text not null,
    kind text not null,
    -- null: the source does not say who
    identity_id bigint,
    place_id bigint,
    parent_id bigint,
    -- the topmost ancestor that is here, itself when it has none
    thread_id bigint not null,
    -- what it hangs on, in its source; kept while that is not here yet
    parent_external text,
    at timestamptz not null,
    -- true when the time was taken from the nearest fact
    inferred boolean not null default false,
    -- the local day
    day date not null,
    -- false when it, or what it hangs on, was deleted: then it is in no number
    counted boolean not null default true,
    -- waits for an answer: a thread's first post in a forum-like place, a question in chat
    starts boolean not null default false,
    title text,
    text text,
    url text,
    edited_at timestamptz,
    deleted_at timestamptz,
    pinned boolean not null default false,
    -- external ids of the people mentioned
    mentions text[] not null default '{}',
    files text[] not null default '{}',
    facts jsonb not null default '{}',
    -- tells versions of one row apart
    digest bigint not null,
    primary key (community_id, id),
    unique (community_id, source_id, external_id)
);
call folkmoot.keep_apart('activity.activity');
create index activity_at on activity.activity (community_id, at, id);
create index activity_identity on activity.activity (community_id, identity_id, at) include (counted);
create index activity_thread on activity.activity (community_id, thread_id, at) where thread_id <> id;
create index activity_parent on activity.activity (community_id, parent_id) where parent_id is not null;
create index activity_waiting on activity.activity (community_id, source_id, parent_external)
    where parent_id is null and parent_external is not null;
create index activity_starts on activity.activity (community_id, at, id) where starts and counted;

-- The words of each text, for search. Read out of the ledger after it was written: `read` says how far,
-- `unread` what changed since.
create table activity.words (
    community_id integer not null,
    activity_id bigint not null,
    words tsvector not null,
    primary key (community_id, activity_id)
);
call folkmoot.keep_apart('activity.words');
create index words_words on activity.words using gin (words);
create table activity.read (
    community_id integer primary key,
    up_to bigint not null
);
call folkmoot.keep_apart('activity.read');
create table activity.unread (
    community_id integer not null,
    activity_id bigint not null,
    primary key (community_id, activity_id)
);
call folkmoot.keep_apart('activity.unread');

-- Texts that were, newest not included.
create table activity.version (
    community_id integer not null,
    activity_id bigint not null,
    digest bigint not null,
    title text,
    text text,
    edited_at timestamptz,
    primary key (community_id, activity_id, digest)
);
call folkmoot.keep_apart('activity.version');

-- What was said later of an activity that may not be here yet: marks only add up.
create table activity.mark (
    community_id integer not null,
    source_id integer not null,
    external_id text not null,
    what text not null check (what in ('deleted', 'accepted', 'pinned', 'edited')),
    digest bigint not null default 0,
    by text,
    at timestamptz,
    text text,
    primary key (community_id, source_id, external_id, what, digest)
);
call folkmoot.keep_apart('activity.mark');

-- The daily rollup: who was here on which local day, and how much. Kept with the ledger, in the same
-- transaction.
create table activity.presence (
    community_id integer not null,
    day date not null,
    identity_id bigint not null,
    activities integer not null,
    active integer not null,
    contributions integer not null,
    content integer not null,
    primary key (community_id, day, identity_id)
) with (fillfactor = 80); -- room to count in place
call folkmoot.keep_apart('activity.presence');
create index presence_identity on activity.presence (community_id, identity_id, day);

-- A community's own weights; the latest row of a kind holds, older ones are its history.
create table activity.kind_weight (
    community_id integer not null,
    kind text not null,
    since timestamptz not null default now(),
    weight integer not null check (weight between 0 and 12),
    active boolean not null,
    contribution boolean not null,
    content boolean not null,
    by text not null,
    primary key (community_id, kind, since)
);
call folkmoot.keep_apart('activity.kind_weight');

-- See members.look_again.
create function activity.look_again() returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    if folkmoot.ill_known('activity.activity') then
        analyze activity.activity (community_id, id, source_id, external_id, kind, identity_id, place_id, parent_id, thread_id, at, day, counted);
    end if;
    if folkmoot.ill_known('activity.presence') then
        analyze activity.presence (community_id, day, identity_id);
    end if;
    if folkmoot.ill_known('activity.place') then
        analyze activity.place;
    end if;
end $$;

create view activity.report_activity with (security_invoker = true) as
    select a.community_id, a.id, a.source_id, a.kind, a.identity_id, a.place_id, a.parent_id, a.thread_id,
           a.parent_external, a.at, a.day, a.counted, a.starts, a.mentions, a.title, a.text, a.url
    from activity.activity a;

create view activity.report_place with (security_invoker = true) as
    select p.community_id, p.id as place_id, p.name, p.style, s.key as source, s.platform
    from activity.place p join activity.source s on s.community_id = p.community_id and s.id = p.source_id;

create view activity.report_presence with (security_invoker = true) as
    select community_id, day, identity_id, activities, active, contributions, content from activity.presence;
