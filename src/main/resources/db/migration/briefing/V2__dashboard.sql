-- Which numbers everybody may see, or whoever has the link.
create table briefing.dashboard (
    community_id integer primary key,
    audience text not null check (audience in ('nobody', 'link', 'everybody')),
    -- in the order they are shown
    gauges text[] not null,
    -- origins whose pages may frame it: https://example.org
    sites text[] not null default '{}',
    -- a link of another edition opens nothing
    edition integer not null default 1
);
call folkmoot.keep_apart('briefing.dashboard');
