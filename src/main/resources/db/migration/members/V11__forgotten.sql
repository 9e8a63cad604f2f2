-- What stands in place of the ids of somebody who asked to be forgotten is made with this key: it tells her
-- again when an import names her, and says nothing to anybody who has not got the key. No row: nobody asked.
create table members.forgetting (
    community_id integer primary key,
    key bytea not null check (length(key) = 32)
);
call folkmoot.keep_apart('members.forgetting');

-- The addresses of those who were forgotten, each under the same cover.
create table members.forgotten_address (
    community_id integer not null,
    address text not null,
    primary key (community_id, address)
);
call folkmoot.keep_apart('members.forgotten_address');

-- Who may be behind an e-mail address, for whoever answers somebody who writes from it.
create view members.report_address with (security_invoker = true) as
    select community_id, member_id, lower(email) as address from members.identity where email is not null;
create index identity_address on members.identity (community_id, lower(email)) where email is not null;
