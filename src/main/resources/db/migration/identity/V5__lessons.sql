-- What the team's answers to suggestions teach about evidence; null: nothing yet.
alter table identity.tally add column lessons jsonb;
create index suggestion_decided on identity.suggestion (community_id, decided_at desc) where state in ('merged', 'refused');
