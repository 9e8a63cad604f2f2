-- A module that came after the first release begins its first migration with
-- `call folkmoot.furnish('care')`: whatever the owner makes in that schema, the application's role may use.
create procedure folkmoot.furnish(room text) language plpgsql as $$
begin
    execute format('create schema if not exists %I', room);
    execute format('grant usage on schema %I to folkmoot_app', room);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to folkmoot_app', room);
    execute format('alter default privileges in schema %I grant usage, select on sequences to folkmoot_app', room);
end $$;
