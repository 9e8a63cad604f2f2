-- Which source a number means, for those who look up who was mentioned and whoever keeps something of each.
create view activity.report_source with (security_invoker = true) as
    select community_id, id as source_id, key as source, platform, label from activity.source;

-- Words that the team puts on what people did. By hand, so there are few.
create table activity.tag (
    community_id integer not null,
    activity_id bigint not null,
    name text not null check (length(name) between 1 and 100),
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, activity_id, name)
);
call folkmoot.keep_apart('activity.tag');
create index tag_name on activity.tag (community_id, name, activity_id);
