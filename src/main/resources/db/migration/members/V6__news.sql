-- Identities of which something new is known, until whoever compares them has read it. Whatever is here
-- already is news.
create table members.news (
    community_id integer not null,
    identity_id bigint not null,
    told_at timestamptz not null default now(),
    primary key (community_id, identity_id)
);
call folkmoot.keep_apart('members.news');
insert into members.news (community_id, identity_id) select community_id, id from members.identity;
