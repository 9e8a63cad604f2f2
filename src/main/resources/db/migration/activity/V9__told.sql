-- What the source itself called each activity: whoever judges posts leaves alone what a platform calls a question.
create or replace view activity.report_activity with (security_invoker = true) as
    select a.community_id, a.id, a.source_id, a.kind, a.identity_id, a.place_id, a.parent_id, a.thread_id,
           a.parent_external, a.at, a.day, a.counted, a.starts, a.mentions, a.title, a.text, a.url,
           activity.views(a.facts) as views, a.told
    from activity.activity a;
