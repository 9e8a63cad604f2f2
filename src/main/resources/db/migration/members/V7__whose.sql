-- For other modules that keep something about a person: they remember on whom it was put, a member's id of
-- then, and find out here whose it is by now. Joining and parting people then moves nothing of theirs.

-- The homes of a member's accounts: what was put on any of these is about this person now. Behind the wall
-- between communities an index is used only for what cannot leak a row: `case` cannot, `coalesce` might.
create view members.report_home with (security_invoker = true) as
    select community_id, member_id, case when home is null then member_id else home end as home, id as identity_id
    from members.identity;

-- Who was joined with another, and with whom; who is not here is still themselves.
create view members.report_moved with (security_invoker = true) as
    select community_id, home, member_id from members.identity where home is not null;
