-- How often and when last each account did what, for conditions that count.
create view members.report_doing with (security_invoker = true) as
    select community_id, identity_id, kind, times, last_at from members.doing;

-- When who is in it was compared last, and how many they were then; null: not yet. Deleted by hand: it
-- can be brought back for a day.
alter table members.segment add column compared_at timestamptz, add column people integer, add column removed_at timestamptz,
    drop constraint segment_community_id_name_key;
create unique index segment_name on members.segment (community_id, name) where removed_at is null;

-- Who was in a segment when that was last compared. Whose `put_on` it is by now, members.report_moved tells.
create table members.segment_member (
    community_id integer not null,
    segment_id bigint not null,
    put_on bigint not null,
    primary key (community_id, segment_id, put_on)
);
call folkmoot.keep_apart('members.segment_member');

-- Who came into a segment and who went out of it, and when that was noticed.
create sequence members.segment_move_id;
create table members.segment_move (
    community_id integer not null,
    id bigint not null default nextval('members.segment_move_id'),
    segment_id bigint not null,
    put_on bigint not null,
    entered boolean not null,
    at timestamptz not null,
    primary key (community_id, id)
);
call folkmoot.keep_apart('members.segment_move');
create index segment_move_latest on members.segment_move (community_id, segment_id, id);
create index segment_move_put_on on members.segment_move (community_id, put_on);
create index segment_member_put_on on members.segment_member (community_id, put_on);
