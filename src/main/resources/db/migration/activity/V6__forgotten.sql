-- The activities that mention one of these accounts of a source, counted or not. See members.matching for
-- why it is a function.
create function activity.naming(source integer, people text[], most integer)
    returns setof bigint
    language sql stable security definer set search_path = pg_catalog, public as $$
    select a.id from activity.activity a
    where a.community_id = folkmoot.community() and a.mentions <> '{}' and a.mentions && people
        and a.source_id = source
    limit most
$$;
