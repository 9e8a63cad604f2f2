-- Accounts without whose they are: a list of all of them needs no look at the people.
create view members.report_account with (security_invoker = true) as
    select community_id, id as identity_id, member_id, platform, source, external_id from members.identity;
