-- What became of what was written: who reads it for others needs to know, and no more than that.
create view activity.report_fate with (security_invoker = true) as
    select community_id, id as activity_id, pinned, edited_at is not null as edited, deleted_at is not null as removed
    from activity.activity;

create index activity_pinned on activity.activity (community_id, at) where pinned;
