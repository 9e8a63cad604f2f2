-- Each time something was said of somebody by hand: what stood there before and after, who and when. By it
-- a saying is taken back, and its past told.
create sequence members.saying_id;
create table members.saying (
    community_id integer not null,
    id bigint not null default nextval('members.saying_id'),
    put_on bigint not null,
    field text not null,
    -- null: as the platforms tell
    before text,
    after text,
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id)
);
call folkmoot.keep_apart('members.saying');
create index saying_put_on on members.saying (community_id, put_on, id desc);

-- The picture of an account that is kept here, by the digest of its bytes; a member wears that of the
-- account whose picture is the latest. Null: none is kept.
alter table members.identity add column face text;
alter table members.member add column face text;

-- Where the platforms say that pictures are.
create view members.report_avatar with (security_invoker = true) as
    select community_id, id as identity_id, profile -> 'avatar' ->> 'v' as url, face
    from members.identity where profile ? 'avatar';
create index identity_avatar on members.identity (community_id, id) where profile ? 'avatar';
