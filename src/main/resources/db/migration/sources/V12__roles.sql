-- Which of its accounts are bots, and which the team's; null where its platform is believed. `roles_before` is what the
-- last change of it put away.
alter table sources.source
    add column roles jsonb,
    add column roles_before jsonb;
