-- What was said of who is who, one row for each time, never changed but for being undone. Who is one person
-- follows from all steps that hold, in their order: undoing one is leaving it out, whatever came after.
create sequence identity.step_id;
create sequence identity.batch_id;
create table identity.step (
    community_id integer not null,
    id bigint not null default nextval('identity.step_id'),
    -- what was done at once, and may be undone at once
    batch bigint not null,
    -- merge: the people of both identities are one; part: `one` is a person of their own
    what text not null check (what in ('merge', 'part')),
    one_identity bigint not null,
    other_identity bigint check ((other_identity is null) = (what = 'part')),
    evidence jsonb not null default '[]',
    by text not null,
    at timestamptz not null default now(),
    undone_by text,
    undone_at timestamptz,
    primary key (community_id, id)
);
call folkmoot.keep_apart('identity.step');
create index step_one on identity.step (community_id, one_identity) where undone_at is null;
create index step_other on identity.step (community_id, other_identity) where undone_at is null;
create index step_batch on identity.step (community_id, batch);

-- Two who are never one: said by hand, or by undoing what was merged. Holds against every later
-- suggestion, not against a hand.
drop index identity.judgement_pair;
delete from identity.judgement a using identity.judgement b
where a.community_id = b.community_id and a.one_identity = b.one_identity and a.other_identity = b.other_identity and a.id < b.id;
create unique index judgement_pair on identity.judgement (community_id, one_identity, other_identity);
create index judgement_other on identity.judgement (community_id, other_identity);
