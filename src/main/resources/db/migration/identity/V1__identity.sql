-- Which identities were said to be one person or never one. The model that merging will fill: an
-- identity's member is members.identity.member_id; here stands who said so, when and why.
create sequence identity.judgement_id;
create table identity.judgement (
    community_id integer not null,
    id bigint not null default nextval('identity.judgement_id'),
    one_identity bigint not null,
    other_identity bigint not null,
    verdict text not null check (verdict in ('same', 'different')),
    evidence jsonb not null default '[]',
    by text not null,
    at timestamptz not null default now(),
    primary key (community_id, id),
    check (one_identity < other_identity)
);
call folkmoot.keep_apart('identity.judgement');
create index judgement_pair on identity.judgement (community_id, one_identity, other_identity);
