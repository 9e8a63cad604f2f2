-- What all modules stand on: extensions, the wall between communities, search in several languages.

create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
create extension if not exists btree_gin schema public;

create table folkmoot.state (
    only_row boolean primary key default true check (only_row),
    migrations text not null default ''
);
insert into folkmoot.state default values;

-- Whatever the owner makes later, the application's role may use; a module takes back what it must not.
do $$
declare module text;
begin
    foreach module in array array['access', 'community', 'members', 'activity', 'identity', 'connectors', 'metrics', 'folkmoot'] loop
        if to_regnamespace(module) is null then
            execute format('create schema %I', module);
        end if;
        execute format('grant usage on schema %I to folkmoot_app', module);
        execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to folkmoot_app', module);
        execute format('alter default privileges in schema %I grant usage, select on sequences to folkmoot_app', module);
    end loop;
end $$;

-- The community and the account of the running transaction; null outside of any.
create function folkmoot.community() returns integer language sql stable parallel safe
    return nullif(current_setting('folkmoot.community', true), '')::integer;
create function folkmoot.account() returns bigint language sql stable parallel safe
    return nullif(current_setting('folkmoot.account', true), '')::bigint;

-- The second wall: a table's rows are seen and written only from within their own community.
create procedure folkmoot.keep_apart(table_name regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', table_name);
    execute format('create policy apart on %s using (community_id = folkmoot.community()) with check (community_id = folkmoot.community())', table_name);
end $$;

-- Search that knows a language's endings and forgets accents.
do $$
declare language text;
begin
    foreach language in array array['simple', 'english', 'german', 'french', 'spanish', 'portuguese', 'italian', 'dutch', 'swedish', 'danish', 'norwegian', 'finnish', 'russian', 'turkish', 'romanian', 'hungarian'] loop
        execute format('create text search configuration folkmoot.%I (copy = pg_catalog.%I)', language, language);
        execute format('alter text search configuration folkmoot.%I alter mapping for hword, hword_part, word with unaccent, %I',
            language, case when language = 'simple' then 'simple' else language || '_stem' end);
    end loop;
end $$;

create function folkmoot.plain(words text) returns text language sql stable parallel safe
    return lower(unaccent(words));

-- Whether the planner should look at a table anew: it grew by a fifth since it last did, or this community
-- is none that it knows of.
create function folkmoot.ill_known(looked regclass) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select pg_relation_size(looked) > 8192 * (c.relpages * 1.2 + 16)
        or not exists (select from pg_stats s
            where s.schemaname = n.nspname and s.tablename = c.relname and s.attname = 'community_id'
                and folkmoot.community()::text = any(s.most_common_vals::text::text[]))
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = looked
$$;
