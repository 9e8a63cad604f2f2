-- What posts have in common, kept from week to week: groups found later are known again by their words and posts.
create sequence listening.theme_id;
create table listening.theme (
    community_id integer not null,
    id bigint not null default nextval('listening.theme_id'),
    -- of which posts: 'questions', 'complaints' or 'all'
    shelf text not null check (shelf in ('questions', 'complaints', 'all')),
    -- its telling words, and what people call it
    label text not null,
    name text check (length(name) between 1 and 100),
    pinned boolean not null default false,
    ignored boolean not null default false,
    -- its posts count as those of this one
    merged_into bigint,
    -- its heaviest terms with their weights
    centre jsonb not null,
    primary key (community_id, id),
    check (merged_into <> id)
);
call folkmoot.keep_apart('listening.theme');
create index theme_shelf on listening.theme (community_id, shelf);

-- Which posts belong to it, for each length of the window by itself.
create table listening.theme_post (
    community_id integer not null,
    shelf text not null,
    days integer not null,
    activity_id bigint not null,
    theme_id bigint not null,
    nearness real not null,
    primary key (community_id, shelf, days, activity_id)
);
call folkmoot.keep_apart('listening.theme_post');
create index theme_post_theme on listening.theme_post (community_id, theme_id);
create index theme_post_activity on listening.theme_post (community_id, activity_id);

-- When they were looked for, and how far that is.
create table listening.theme_run (
    community_id integer not null,
    shelf text not null,
    days integer not null,
    running boolean not null,
    -- of a hundred
    done integer not null,
    -- the window's last day, and how many posts were in it, of how many people
    last date,
    posts integer not null default 0,
    at timestamptz not null,
    primary key (community_id, shelf, days)
);
call folkmoot.keep_apart('listening.theme_run');
