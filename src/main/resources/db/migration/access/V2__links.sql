-- What the links of a community are signed with. A backup holds it, so that links outlive a move.
create table access.link_key (
    community_id integer primary key,
    key bytea not null check (length(key) = 32)
);
call folkmoot.keep_apart('access.link_key');
