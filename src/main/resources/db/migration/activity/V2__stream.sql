-- Filtered streams start at the newest row they show, whichever place or kind is asked for.
create index activity_in_place on activity.activity (community_id, place_id, at, id);
create index activity_of_source on activity.activity (community_id, source_id, at, id);
create index activity_of_kind on activity.activity (community_id, kind, at, id);
create index activity_mentions on activity.activity using gin (community_id, mentions) where mentions <> '{}';

-- The newest activities in the narrowest lane that an index leads along: a person's, a place's, a
-- source's, a kind's, or all.
create function activity.newest(sources integer[], places bigint[], kinds text[], identities bigint[],
        from_at timestamptz, before_at timestamptz, before_id bigint, newest integer)
    returns bigint[]
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
    lanes text := 'select null';
    lane text := 'true';
    ids bigint[];
begin
    if identities is not null then
        lanes := 'select unnest($4)';
        lane := 'a.identity_id = lane.id';
    elsif places is not null then
        lanes := 'select unnest($2)';
        lane := 'a.place_id = lane.id';
    elsif sources is not null then
        lanes := 'select unnest($1)';
        lane := 'a.source_id = lane.id';
    elsif kinds is not null then
        lanes := 'select unnest($3)';
        lane := 'a.kind = lane.id';
    end if;
    execute format('
        select array_agg(e.id) from (
            select n.id from (%s) lane(id) cross join lateral (
                select a.id, a.at from activity.activity a
                where a.community_id = $9 and %s and (a.at, a.id) < ($6, $7) and a.at >= $5
                order by a.at desc, a.id desc limit $8) n
            order by n.at desc, n.id desc limit $8) e', lanes, lane)
        into ids using sources, places, kinds, identities, from_at, before_at, before_id, newest, folkmoot.community();
    return coalesce(ids, '{}');
end $$;

-- Activities whose words match and that all filters let through (null: any), newest first. What is
-- common is found among the newest of its lane, what is rare, as far as the planner knows, by its
-- words. See members.matching for why it is a function.
create function activity.matching(query tsquery, sources integer[], places bigint[], kinds text[], identities bigint[],
        from_at timestamptz, before_at timestamptz, before_id bigint, most integer)
    returns table (id bigint, at timestamptz)
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    lane_length constant integer := 20000;
    newest integer;
    ids bigint[];
    found_rows integer;
    plan json;
begin
    foreach newest in array array[most * 8, lane_length, 10 * lane_length] loop
        if newest = lane_length then
            execute format('explain (format json) select from activity.words where community_id = %s and words @@ %L',
                folkmoot.community(), query) into plan;
            exit when (plan->0->'Plan'->>'Plan Rows')::float8 <= lane_length;
        end if;
        ids := activity.newest(sources, places, kinds, identities, from_at, before_at, before_id, newest);
        return query
        select a.id, a.at from unnest(ids) n(id)
        join activity.words w on w.community_id = folkmoot.community() and w.activity_id = n.id and w.words @@ query
        join activity.activity a on a.community_id = folkmoot.community() and a.id = n.id
        where a.counted and (sources is null or a.source_id = any(sources))
            and (places is null or a.place_id = any(places)) and (kinds is null or a.kind = any(kinds))
            and (identities is null or a.identity_id = any(identities))
        order by a.at desc, a.id desc limit most;
        get diagnostics found_rows = row_count;
        if found_rows >= most or cardinality(ids) < newest then
            return;
        end if;
    end loop;
    -- whatever was found above is found again: the caller takes each once
    return query
    with matched as materialized (
        select w.activity_id from activity.words w
        where w.community_id = folkmoot.community() and w.words @@ query)
    select a.id, a.at from matched m
    join activity.activity a on a.community_id = folkmoot.community() and a.id = m.activity_id
    where a.counted and (a.at, a.id) < (before_at, before_id) and a.at >= from_at
        and (sources is null or a.source_id = any(sources)) and (places is null or a.place_id = any(places))
        and (kinds is null or a.kind = any(kinds)) and (identities is null or a.identity_id = any(identities))
    order by a.at desc, a.id desc limit most;
end $$;

-- How many activities match, counted up to `most`, by whichever way the planner takes to be the shortest.
create function activity.matches(query tsquery, most integer) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare matches bigint;
begin
    execute format('
        select count(*) from (
            select from activity.words w join activity.activity a on a.community_id = w.community_id and a.id = w.activity_id
            where w.community_id = %s and w.words @@ %L and a.counted limit %s) m', folkmoot.community(), query, most)
        into matches;
    return matches;
end $$;

-- The newest activities that mention one of these accounts of a source.
create function activity.mentioning(source integer, people text[], most integer)
    returns setof bigint
    language sql stable security definer set search_path = pg_catalog, public as $$
    select a.id from activity.activity a
    where a.community_id = folkmoot.community() and a.mentions <> '{}' and a.mentions && people
        and a.source_id = source and a.counted
    order by a.at desc limit most
$$;

-- Communities whose days, daily rollups or search words have to be worked out anew: asked for in the
-- transaction that made it necessary, so that no crash forgets it.
create table activity.recount (
    community_id integer primary key,
    asked_at timestamptz not null default clock_timestamp(),
    by text not null,
    words boolean not null
);
call folkmoot.keep_apart('activity.recount');
