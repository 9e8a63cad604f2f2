-- People were forgotten in the Folkmoot that this community came from, and the key by which they are known again
-- is not here yet: until it is, nothing may be imported that could bring them back.
create table privacy.unknown_key (
    community_id integer primary key,
    -- tells the key when it comes, and nothing else
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{32}$'),
    at timestamptz not null default now()
);
call folkmoot.keep_apart('privacy.unknown_key');
