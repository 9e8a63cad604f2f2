-- When accounts were joined and parted: a row for each such transaction, so that nobody waits for anybody.
-- Whoever keeps who has several accounts tells by their number whether that still holds; who only came
-- anew changes nothing of it.
create sequence members.regrouped_id;
create table members.regrouped (
    community_id integer not null,
    id bigint not null default nextval('members.regrouped_id'),
    primary key (community_id, id)
);
call folkmoot.keep_apart('members.regrouped');

create function members.regrouped() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if folkmoot.community() is not null
        and current_setting('folkmoot.regrouped', true) is distinct from pg_current_xact_id()::text then
        insert into members.regrouped (community_id) values (folkmoot.community());
        perform set_config('folkmoot.regrouped', pg_current_xact_id()::text, true);
    end if;
    return null;
end $$;
create trigger regrouped after update on members.identity for each row
    when (old.member_id is distinct from new.member_id)
    execute function members.regrouped();
