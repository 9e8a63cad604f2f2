-- Who left, few among many: asked with every page of an import.
create index identity_gone on members.identity (community_id, id) where left_at is not null;
