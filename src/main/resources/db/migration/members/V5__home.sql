-- Which account belongs to which member is a pointer, and only that moves. An account that belongs to
-- another member than the one it was born with remembers it here; null: at home. A member's row is there
-- as long as an account belongs to it.
alter table members.identity add column home bigint;
create index identity_home on members.identity (community_id, home) where home is not null;

-- What the team says of people by hand, field by field. Like tags and notes it remembers on whom it was
-- put (the member that account was born with), and belongs to whomever that account belongs to by now:
-- joining two people overwrites nothing, and parting them gives each their own again.
create table members.said (
    community_id integer not null,
    put_on bigint not null,
    field text not null,
    member_id bigint not null,
    -- null: as the platforms tell
    value text,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, put_on, field)
);
call folkmoot.keep_apart('members.said');
create index said_member on members.said (community_id, member_id, field, at);
insert into members.said (community_id, put_on, field, member_id, value, by)
select community_id, id, 'role', id, role_by_hand, 'the team' from members.member where role_by_hand is not null;

alter table members.tag add column put_on bigint;
update members.tag set put_on = member_id;
alter table members.tag alter column put_on set not null, drop constraint tag_pkey, add primary key (community_id, put_on, name);
create index tag_member on members.tag (community_id, member_id, name);

alter table members.note add column put_on bigint;
update members.note set put_on = member_id;
alter table members.note alter column put_on set not null;
create index note_put_on on members.note (community_id, put_on);

-- What a source says of two accounts: that they are one person, or two. Whoever merges reads what is new.
create table members.claim (
    community_id integer not null,
    one_identity bigint not null,
    other_identity bigint not null,
    same boolean not null,
    -- as people read it: "the .mailmap says so"
    why text not null,
    pending boolean not null default true,
    primary key (community_id, one_identity, other_identity, same),
    check (one_identity < other_identity)
);
call folkmoot.keep_apart('members.claim');
create index claim_pending on members.claim (community_id, one_identity) where pending;

-- How busy each account is, for those who plan their work by it.
create view members.report_busyness with (security_invoker = true) as
    select community_id, id as identity_id, activities from members.identity;
