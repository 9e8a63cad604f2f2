-- Whose export brought an account, as long as nothing else told of it: who was two people there is not made one here
-- by itself.
alter table members.identity add column elsewhere text;
