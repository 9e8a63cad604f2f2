-- What was ever said of somebody is read with all that was undone.
drop index identity.step_one;
drop index identity.step_other;
create index step_one on identity.step (community_id, one_identity);
create index step_other on identity.step (community_id, other_identity);
