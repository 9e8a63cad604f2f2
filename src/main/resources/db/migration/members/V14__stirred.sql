-- Whom each transaction of members.stir changed, so that whoever keeps what was read of all people reads these
-- alone. `transaction` and a snapshot of then tell what is new; whoever finds other transactions than
-- members.stir counts (as rows are added up and go) reads everybody anew.
create sequence members.stirred_id;
create table members.stirred (
    community_id integer not null,
    id bigint not null default nextval('members.stirred_id'),
    transaction bigint not null,
    members bigint[] not null default '{}',
    accounts bigint[] not null default '{}',
    primary key (community_id, id)
);
call folkmoot.keep_apart('members.stirred');
create index stirred_transaction on members.stirred (community_id, transaction);

create view members.report_stirred with (security_invoker = true) as
    select community_id, transaction, members, accounts from members.stirred;

drop trigger come_or_gone on members.member;
drop trigger other_now on members.member;
drop trigger come_or_gone on members.identity;
drop trigger other_now on members.identity;

create function members.stir_once() returns void language plpgsql set search_path = pg_catalog, public as $$
begin
    if current_setting('folkmoot.stirred', true) is distinct from pg_current_xact_id()::text then
        insert into members.stir (community_id, transaction, times)
            values (folkmoot.community(), pg_current_xact_id()::text::bigint, 1) on conflict do nothing;
        perform set_config('folkmoot.stirred', pg_current_xact_id()::text, true);
    end if;
end $$;

create function members.stir_of(about text, ids bigint[]) returns void language plpgsql set search_path = pg_catalog, public as $$
begin
    if ids is not null and folkmoot.community() is not null then
        perform members.stir_once();
        insert into members.stirred (community_id, transaction, members, accounts)
        values (folkmoot.community(), pg_current_xact_id()::text::bigint,
            case when about = 'identity' then '{}' else ids end, case when about = 'identity' then ids else '{}' end);
    end if;
end $$;

create function members.came_or_went() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    perform members.stir_of(tg_table_name, (select array_agg(id) from changed));
    return null;
end $$;
create trigger came after insert on members.member referencing new table as changed
    for each statement execute function members.came_or_went();
create trigger went after delete on members.member referencing old table as changed
    for each statement execute function members.came_or_went();
create trigger emptied after truncate on members.member for each statement execute function members.stirred();
create trigger came after insert on members.identity referencing new table as changed
    for each statement execute function members.came_or_went();
create trigger went after delete on members.identity referencing old table as changed
    for each statement execute function members.came_or_went();
create trigger emptied after truncate on members.identity for each statement execute function members.stirred();

create function members.other_member() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    perform members.stir_of('member', (
        select array_agg(n.id) from changed n join former o on o.community_id = n.community_id and o.id = n.id
        where (o.role, o.role_by_hand, o.first_seen, o.left_at, o.back_at, o.organisation)
            is distinct from (n.role, n.role_by_hand, n.first_seen, n.left_at, n.back_at, n.organisation)));
    return null;
end $$;
create trigger other_now after update on members.member referencing old table as former new table as changed
    for each statement execute function members.other_member();

create function members.other_account() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    perform members.stir_of('identity', (
        select array_agg(n.id) from changed n join former o on o.community_id = n.community_id and o.id = n.id
        where (o.member_id, o.platform, o.joined_at, o.first_seen, o.left_at, o.back_at)
            is distinct from (n.member_id, n.platform, n.joined_at, n.first_seen, n.left_at, n.back_at)));
    return null;
end $$;
create trigger other_now after update on members.identity referencing old table as former new table as changed
    for each statement execute function members.other_account();

-- Who is tagged decides who is counted where a tag is asked for.
create function members.tagged_otherwise() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    perform members.stir_of('tag', (select array_agg(distinct member_id) from changed));
    return null;
end $$;
create trigger came after insert on members.tag referencing new table as changed
    for each statement execute function members.tagged_otherwise();
create trigger other_now after update on members.tag referencing new table as changed
    for each statement execute function members.tagged_otherwise();
create trigger went after delete on members.tag referencing old table as changed
    for each statement execute function members.tagged_otherwise();

create or replace function members.settle_down() returns void language sql set search_path = pg_catalog, public as $$
    with gone as (
        delete from members.stir where community_id = folkmoot.community() and transaction > 0 returning transaction, times),
    told as (
        delete from members.stirred s using gone g where s.community_id = folkmoot.community() and s.transaction = g.transaction)
    insert into members.stir as s (community_id, transaction, times)
    select folkmoot.community(), 0, coalesce(sum(times), 0) from gone
    on conflict (community_id, transaction) do update set times = s.times + excluded.times
$$;
