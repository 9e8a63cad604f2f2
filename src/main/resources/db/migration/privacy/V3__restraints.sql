-- Who objected to the use of their data (GDPR, article 21), or had it restricted (article 18). A row holds until
-- it is lifted; it stays when the person is forgotten, without the reason.
create sequence privacy.restraint_id;
create table privacy.restraint (
    community_id integer not null,
    id bigint not null default nextval('privacy.restraint_id'),
    put_on bigint not null,
    kind text not null check (kind in ('objection', 'restriction')),
    reason text not null check (length(reason) <= 1000),
    -- the day on which they said so
    since date not null,
    -- the request that asked for it; null: said otherwise
    request_id bigint,
    by text not null,
    at timestamptz not null,
    lifted_at timestamptz,
    lifted_by text,
    primary key (community_id, id)
);
call folkmoot.keep_apart('privacy.restraint');
create unique index restraint_holds on privacy.restraint (community_id, put_on, kind) where lifted_at is null;
create index restraint_whose on privacy.restraint (community_id, put_on);
