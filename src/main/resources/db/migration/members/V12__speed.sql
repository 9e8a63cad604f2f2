-- Whose an account is, told by the index alone: what is counted by account is added up by person often.
alter table members.identity drop constraint identity_pkey, add primary key (community_id, id) include (member_id);

-- Likewise which accounts a person has, and where each was at home.
drop index members.identity_member;
create index identity_member on members.identity (community_id, member_id) include (id, home);

-- How much each person did at all: nobody did something more often than everything.
create view members.report_extent with (security_invoker = true) as
    select community_id, id as member_id, activities from members.member;

-- What profiles say that many share, beside the words they are searched by: here a row changes only when
-- these do, while a member's changes with every activity, so that an index costs imports nothing.
alter table members.searched add column location text, add column language text, add column timezone text;
update members.searched s set location = m.location, language = m.language, timezone = m.timezone
from members.member m
where m.community_id = s.community_id and m.id = s.member_id and coalesce(m.location, m.language, m.timezone) is not null;
create index searched_location on members.searched (community_id, location, member_id) where location is not null;
create index searched_language on members.searched (community_id, language, member_id) where language is not null;
create index searched_timezone on members.searched (community_id, timezone, member_id) where timezone is not null;
