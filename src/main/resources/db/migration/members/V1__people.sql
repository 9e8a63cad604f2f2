-- A name as lists sort it and searches fold it. Immutable as far as an index is concerned: the folding
-- changes only with the extension's own rules.
create function members.folded(name text) returns text language sql immutable parallel safe
    return folkmoot.plain(name);

create sequence members.member_id;
create sequence members.identity_id;

-- One person. What is derived from the identities (name to role_told, first_seen to activities) is
-- recomputed whenever they change; what a teammate said by hand wins.
create table members.member (
    community_id integer not null,
    id bigint not null default nextval('members.member_id'),
    name text not null,
    email text,
    organisation text,
    title text,
    location text,
    timezone text,
    language text,
    pronouns text,
    avatar text,
    bio text,
    role text not null default 'member' check (role in ('member', 'staff', 'bot', 'nobody')),
    role_by_hand text check (role_by_hand in ('member', 'staff', 'bot')),
    -- the earliest of all dated records and platform joins; null: an undated profile
    first_seen timestamptz,
    last_seen timestamptz,
    left_at timestamptz,
    back_at timestamptz,
    activities integer not null default 0,
    platforms text[] not null default '{}',
    -- what lists sort and filter by: never null, so that a page goes on exactly where the one before ended
    by_last_seen timestamptz generated always as (coalesce(last_seen, '-infinity')) stored,
    by_first_seen timestamptz generated always as (coalesce(first_seen, '-infinity')) stored,
    by_name text collate "C" generated always as (members.folded(name)) stored,
    standing text generated always as (coalesce(role_by_hand, role)) stored,
    primary key (community_id, id)
);
call folkmoot.keep_apart('members.member');
create index member_by_last_seen on members.member (community_id, by_last_seen, id);
create index member_by_first_seen on members.member (community_id, by_first_seen, id);
create index member_by_name on members.member (community_id, by_name, id);
create index member_activities on members.member (community_id, activities, id);
create index member_standing on members.member (community_id, standing, by_last_seen, id);
create index member_first_seen on members.member (community_id, first_seen, id) include (role, role_by_hand, left_at, back_at);
create index member_left on members.member (community_id, left_at) where left_at is not null;
create index member_organisation on members.member (community_id, organisation) where organisation is not null;

-- What people are searched by: names, handles, mails, organisation and notes, folded. Apart from the
-- member, whose row changes with every activity while this hardly ever does.
create table members.searched (
    community_id integer not null,
    member_id bigint not null,
    words text not null,
    primary key (community_id, member_id)
);
call folkmoot.keep_apart('members.searched');
create index searched_words on members.searched using gin (community_id, words gin_trgm_ops);
-- how common a word is decides how it is looked for
alter table members.searched alter column words set statistics 500;

-- A member's account on one platform. An activity points here, so a merge moves only `member_id`.
create table members.identity (
    community_id integer not null,
    id bigint not null default nextval('members.identity_id'),
    source text not null,
    platform text not null,
    external_id text not null,
    member_id bigint not null,
    name text,
    handle text,
    email text,
    url text,
    role text not null default 'member' check (role in ('member', 'staff', 'bot', 'nobody')),
    -- every field with the time it was true: {"name": {"v": "Ada", "at": "2026-01-01T00:00:00Z"}}
    profile jsonb not null default '{}',
    joined_at timestamptz,
    left_at timestamptz,
    back_at timestamptz,
    first_seen timestamptz,
    last_seen timestamptz,
    activities integer not null default 0,
    primary key (community_id, id),
    unique (community_id, source, external_id)
) with (fillfactor = 75); -- room to count in place
call folkmoot.keep_apart('members.identity');
create index identity_member on members.identity (community_id, member_id);
create index identity_platform on members.identity (community_id, platform, member_id);

-- How often and when last an identity did what, for filters.
create table members.doing (
    community_id integer not null,
    identity_id bigint not null,
    kind text not null,
    times integer not null,
    last_at timestamptz not null,
    primary key (community_id, identity_id, kind)
) with (fillfactor = 75); -- no index holds what changes, so it changes in place
call folkmoot.keep_apart('members.doing');
create index doing_kind on members.doing (community_id, kind, identity_id);

create table members.tag (
    community_id integer not null,
    member_id bigint not null,
    name text not null check (length(name) between 1 and 100),
    by text not null,
    at timestamptz not null default now(),
    -- taken off by hand: can be undone, and an import does not bring it back
    removed_at timestamptz,
    primary key (community_id, member_id, name)
);
call folkmoot.keep_apart('members.tag');
create index tag_name on members.tag (community_id, name, member_id) where removed_at is null;

create sequence members.note_id;
create table members.note (
    community_id integer not null,
    id bigint not null default nextval('members.note_id'),
    member_id bigint not null,
    text text not null check (length(text) between 1 and 20000),
    by text not null,
    at timestamptz not null default now(),
    edited_at timestamptz,
    -- deleted by hand: for a while it can be undone; then only its digest stays, so that an import does
    -- not bring it back
    removed_at timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('members.note');
create index note_member on members.note (community_id, member_id, at desc);
create index note_removed on members.note (community_id, removed_at) where removed_at is not null;

create sequence members.segment_id;
create table members.segment (
    community_id integer not null,
    id bigint not null default nextval('members.segment_id'),
    name text not null check (length(name) between 1 and 100),
    query text not null,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id),
    unique (community_id, name)
);
call folkmoot.keep_apart('members.segment');

-- Up to `most` members whose words contain all of these (folded) words. A word of less than three
-- letters has no trigram: the first such must begin the name when no longer word is there, else it must
-- begin a word. Text matching is not leakproof, so under row-level security it would not use its index:
-- this function names the community itself. The words become constants, so that the planner sees how
-- common they are.
create function members.matching(words text[], most integer) returns setof bigint
    language plpgsql stable security definer set search_path = pg_catalog, folkmoot, public as $$
declare
    word text;
    pattern text;
    wanted text := '';
    longer boolean := exists (select from unnest(words) w where length(w) >= 3);
begin
    foreach word in array words loop
        pattern := replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%';
        wanted := wanted || case
            when length(word) >= 3 then format(' and s.words like %L', '%' || pattern)
            when longer then format(' and '' '' || s.words like %L', '% ' || pattern)
            else format(' and m.by_name like %L', pattern) end;
        longer := true;
    end loop;
    return query execute
        'select s.member_id from members.searched s'
        || case when position('m.by_name' in wanted) > 0 then
            ' join members.member m on m.community_id = s.community_id and m.id = s.member_id' else '' end
        || ' where s.community_id = folkmoot.community()' || wanted || ' limit $1'
        using most;
end $$;

-- Looks at the tables anew after many people came at once: a plan made from what the planner knew of
-- other communities would compare everybody with everybody. Only the owner may analyze.
create function members.look_again() returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    if folkmoot.ill_known('members.member') then
        analyze members.member (community_id, id, by_last_seen, by_first_seen, by_name, activities, standing);
    end if;
    if folkmoot.ill_known('members.identity') then
        analyze members.identity (community_id, id, source, external_id, member_id, platform);
    end if;
    if folkmoot.ill_known('members.doing') then
        analyze members.doing (community_id, identity_id, kind);
    end if;
end $$;

-- What other modules read.
create view members.report_identity with (security_invoker = true) as
    select i.community_id, i.id as identity_id, i.member_id, i.platform, i.source, i.external_id,
           coalesce(m.role_by_hand, m.role) as role, i.joined_at, i.first_seen, i.left_at, i.back_at
    from members.identity i join members.member m on m.community_id = i.community_id and m.id = i.member_id;

create view members.report_member with (security_invoker = true) as
    select community_id, id as member_id, name, coalesce(role_by_hand, role) as role, first_seen, last_seen,
           left_at, back_at, platforms, organisation
    from members.member;

create view members.report_tag with (security_invoker = true) as
    select community_id, member_id, name from members.tag where removed_at is null;
