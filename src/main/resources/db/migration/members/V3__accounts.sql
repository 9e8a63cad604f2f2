-- Accounts without whose they are: a list of all of them needs no look at the people.
create view members.report_account with (security_invoker = true) as
    select community_id, id as identity_id, member_id, platform, source, external_id from members.identity;

-- Who changed who is who, in which role, and when they came, left and came back: a row for each such
-- transaction, so that nobody waits for anybody. The sum of `times` is another after every one of them:
-- whoever keeps what was read of all people can tell whether it still holds. Old rows are added up into
-- the one of transaction 0.
create table members.stir (
    community_id integer not null,
    transaction bigint not null,
    times bigint not null,
    primary key (community_id, transaction)
);
call folkmoot.keep_apart('members.stir');

create view members.report_stir with (security_invoker = true) as
    select community_id, transaction, times from members.stir;

-- Once a transaction. Outside of a community, as in a restore, what is written brings its own rows.
create function members.stirred() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if folkmoot.community() is not null
        and current_setting('folkmoot.stirred', true) is distinct from pg_current_xact_id()::text then
        insert into members.stir (community_id, transaction, times)
            values (folkmoot.community(), pg_current_xact_id()::text::bigint, 1) on conflict do nothing;
        perform set_config('folkmoot.stirred', pg_current_xact_id()::text, true);
    end if;
    return null;
end $$;

create trigger come_or_gone after insert or delete or truncate on members.member
    for each statement execute function members.stirred();
create trigger other_now after update on members.member for each row
    when (old.role is distinct from new.role or old.role_by_hand is distinct from new.role_by_hand
        or old.first_seen is distinct from new.first_seen or old.left_at is distinct from new.left_at
        or old.back_at is distinct from new.back_at)
    execute function members.stirred();
create trigger come_or_gone after insert or delete or truncate on members.identity
    for each statement execute function members.stirred();
create trigger other_now after update on members.identity for each row
    when (old.member_id is distinct from new.member_id)
    execute function members.stirred();

-- Adds up what was stirred, when that has become many rows.
create function members.settle_down() returns void language sql set search_path = pg_catalog, public as $$
    with gone as (
        delete from members.stir where community_id = folkmoot.community() and transaction > 0 returning times)
    insert into members.stir as s (community_id, transaction, times)
    select folkmoot.community(), 0, coalesce(sum(times), 0) from gone
    on conflict (community_id, transaction) do update set times = s.times + excluded.times
$$;
