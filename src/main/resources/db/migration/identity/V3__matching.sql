-- What identities are found and counted by: folded words, addresses, handles. See docs/adr/0010-matching.md.
create table identity.trait (
    community_id integer not null,
    type text not null,
    value text collate "C" not null,
    identity_id bigint not null,
    primary key (community_id, type, value, identity_id)
);
call folkmoot.keep_apart('identity.trait');
create index trait_identity on identity.trait (community_id, identity_id);

-- How many identities have traits: what "rare" is measured by.
create table identity.tally (
    community_id integer primary key,
    identities bigint not null,
    -- how often what belongs to one person agrees here; null: nothing was learnt yet
    habits jsonb
);
call folkmoot.keep_apart('identity.tally');

-- Whose traits are new and not yet compared with anybody's.
create table identity.due (
    community_id integer not null,
    identity_id bigint not null,
    primary key (community_id, identity_id)
);
call folkmoot.keep_apart('identity.due');

-- Pairs worth asking a person about, or as good as certain; one row a pair, the lower id first.
create table identity.suggestion (
    community_id integer not null,
    one_identity bigint not null,
    other_identity bigint not null,
    -- log2 of the odds that they are one; of a refused pair, what it was when refused
    score double precision not null,
    evidence jsonb not null,
    band text not null check (band in ('certain', 'suggest')),
    -- gone: nothing speaks for it any more
    state text not null default 'open' check (state in ('open', 'later', 'merged', 'refused', 'gone')),
    made_at timestamptz not null default now(),
    decided_by text,
    decided_at timestamptz,
    later_until timestamptz,
    primary key (community_id, one_identity, other_identity),
    check (one_identity < other_identity)
);
call folkmoot.keep_apart('identity.suggestion');
create index suggestion_other on identity.suggestion (community_id, other_identity);
create index suggestion_best on identity.suggestion (community_id, score desc, one_identity, other_identity)
    where state in ('open', 'later');

-- See members.look_again.
create function identity.look_again() returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    if folkmoot.ill_known('identity.trait') then
        analyze identity.trait (community_id, type, value, identity_id);
    end if;
    if folkmoot.ill_known('identity.suggestion') then
        analyze identity.suggestion (community_id, one_identity, other_identity, state);
    end if;
end $$;
