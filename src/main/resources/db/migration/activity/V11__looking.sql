-- Words that are common, but hardly ever together, made a search read texts for seconds. Now it looks
-- through the newest ones, piece by piece, until its patience ends, and says how far it came.
drop function activity.matching(tsquery, integer[], bigint[], text[], bigint[], timestamptz, timestamptz, bigint, integer);
drop function activity.matches(tsquery, integer);

-- How many texts of the community have these words, as far as the planner knows.
create function activity.expected(query tsquery) returns float8
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare plan json;
begin
    execute format('explain (format json) select from activity.words where community_id = %s and words @@ %L',
        folkmoot.community(), query) into plan;
    return (plan->0->'Plan'->>'Plan Rows')::float8;
end $$;

-- Activities whose words match and that all filters let through (null: any), newest first. What is
-- common is found among the newest of its lane, what is rare, as far as the planner knows, by its
-- words. When more than `affordable` texts (null: no bound) are to be expected, the looking ends after
-- `patience` milliseconds, and folkmoot.looked_to, which ends with the transaction, is the microsecond and
-- the id of the activity it came to, else empty. See members.matching for why it is a function.
create function activity.looking(query tsquery, sources integer[], places bigint[], kinds text[], identities bigint[],
        from_at timestamptz, before_at timestamptz, before_id bigint, most integer, affordable integer, patience integer)
    returns table (id bigint, at timestamptz)
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    piece constant integer := 20000;
    begun constant timestamptz := clock_timestamp();
    newest integer := most * 8;
    looked integer := 0;
    still_wanted integer := most;
    expected float8;
    ids bigint[];
    found_rows integer;
begin
    perform set_config('folkmoot.looked_to', '', true);
    loop
        ids := activity.newest(sources, places, kinds, identities, from_at, before_at, before_id, newest);
        return query
        select a.id, a.at from unnest(ids) n(id)
        join activity.words w on w.community_id = folkmoot.community() and w.activity_id = n.id and w.words @@ query
        join activity.activity a on a.community_id = folkmoot.community() and a.id = n.id
        where a.counted and (sources is null or a.source_id = any(sources))
            and (places is null or a.place_id = any(places)) and (kinds is null or a.kind = any(kinds))
            and (identities is null or a.identity_id = any(identities))
        order by a.at desc, a.id desc limit still_wanted;
        get diagnostics found_rows = row_count;
        still_wanted := still_wanted - found_rows;
        if still_wanted <= 0 or cardinality(ids) < newest then
            return;
        end if;
        looked := looked + newest;
        select a.at, a.id into before_at, before_id from activity.activity a
            where a.community_id = folkmoot.community() and a.id = ids[newest];
        expected := coalesce(expected, activity.expected(query));
        exit when expected <= least(piece, affordable) or (looked >= 10 * piece and (affordable is null or expected <= affordable));
        if expected > affordable and extract(epoch from clock_timestamp() - begun) * 1000 > patience then
            perform set_config('folkmoot.looked_to',
                (extract(epoch from before_at) * 1000000)::bigint || '.' || before_id, true);
            return;
        end if;
        newest := piece;
    end loop;
    return query
    with matched as materialized (
        select w.activity_id from activity.words w
        where w.community_id = folkmoot.community() and w.words @@ query)
    select a.id, a.at from matched m
    join activity.activity a on a.community_id = folkmoot.community() and a.id = m.activity_id
    where a.counted and (a.at, a.id) < (before_at, before_id) and a.at >= from_at
        and (sources is null or a.source_id = any(sources)) and (places is null or a.place_id = any(places))
        and (kinds is null or a.kind = any(kinds)) and (identities is null or a.identity_id = any(identities))
    order by a.at desc, a.id desc limit still_wanted;
end $$;

-- How many activities match, counted up to `most`: of rare words by whichever way the planner takes to be
-- the shortest, of common ones as far as patience goes.
create function activity.many(query tsquery, most integer, affordable integer, patience integer) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare matches bigint;
begin
    perform set_config('folkmoot.looked_to', '', true);
    if activity.expected(query) > affordable then
        return (select count(*) from activity.looking(query, null, null, null, null, '-infinity', 'infinity',
            9223372036854775807, most, affordable, patience));
    end if;
    execute format('
        select count(*) from (
            select from activity.words w join activity.activity a on a.community_id = w.community_id and a.id = w.activity_id
            where w.community_id = %s and w.words @@ %L and a.counted limit %s) m', folkmoot.community(), query, most)
        into matches;
    return matches;
end $$;
