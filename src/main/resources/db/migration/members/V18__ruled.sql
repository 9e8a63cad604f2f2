-- What a connection's rules say an account is, where its platform says something else; `role` is the same then.
alter table members.identity add column ruled text check (ruled in ('member', 'staff', 'bot'));
create index identity_ruled on members.identity (community_id, id) where ruled is not null;
