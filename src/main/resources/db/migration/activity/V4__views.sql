-- How often something was looked at, as its platform told it; null where it did not.
create function activity.views(facts jsonb) returns bigint language sql immutable parallel safe
    return case when coalesce(facts ->> 'views', facts ->> 'view_count') ~ '^[0-9]{1,15}$'
        then coalesce(facts ->> 'views', facts ->> 'view_count')::bigint end;

create or replace view activity.report_activity with (security_invoker = true) as
    select a.community_id, a.id, a.source_id, a.kind, a.identity_id, a.place_id, a.parent_id, a.thread_id,
           a.parent_external, a.at, a.day, a.counted, a.starts, a.mentions, a.title, a.text, a.url,
           activity.views(a.facts) as views
    from activity.activity a;
