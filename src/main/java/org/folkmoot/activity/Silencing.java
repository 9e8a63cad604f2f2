package org.folkmoot.activity;

import java.util.List;

/// What takes the words from rows of the ledger and leaves what is counted. Day sheets of the days
/// concerned are made anew, as they may name an account by its id.
final class Silencing {

    private static final String DAYS =
            """
            insert into activity.day as d (community_id, day)
            select distinct folkmoot.community(), c.day from activity.activity a
            cross join lateral (values (a.day), ((a.at at time zone :zone)::date), (((a.at - interval '30 minutes') at time zone :zone)::date)) c(day)
            where a.community_id = folkmoot.community() and a.id = any(:ids)
            order by 2 on conflict (community_id, day) do update set version = d.version + 1
            """;

    private static final String GIVEN =
            "unnest(:ids::bigint[], :sources::integer[], :externals::text[], :covers::text[]) k(id, source_id, external_id, cover)";

    /// For rows given by id, source, external id and cover.
    static final List<String> STATEMENTS =
            List.of(
                    """
                    delete from activity.version where community_id = folkmoot.community() and activity_id = any(:ids)
                    """,
                    """
                    delete from activity.words where community_id = folkmoot.community() and activity_id = any(:ids)
                    """,
                    // whoever reads them for the search at this moment will look again
                    """
                    insert into activity.unread (community_id, activity_id)
                    select folkmoot.community(), id from unnest(:ids::bigint[]) id order by id
                    on conflict (community_id, activity_id) do update set activity_id = excluded.activity_id
                    """,
                    """
                    delete from activity.mark m using %s
                    where m.community_id = folkmoot.community() and m.source_id = k.source_id
                        and m.external_id = k.external_id and m.what = 'edited'
                    """
                            .formatted(GIVEN),
                    """
                    update activity.mark m set external_id = k.cover, by = null from %s
                    where m.community_id = folkmoot.community() and m.source_id = k.source_id and m.external_id = k.external_id
                    """
                            .formatted(GIVEN),
                    """
                    update activity.activity a set parent_external = k.cover from %s
                    where a.community_id = folkmoot.community() and a.parent_id = k.id
                    """
                            .formatted(GIVEN),
                    """
                    update activity.activity a set external_id = k.cover, title = null, text = null, url = null, edited_at = null,
                        files = '{}', digest = 0,
                        facts = case when activity.views(a.facts) is null then '{}'
                            else jsonb_build_object('views', activity.views(a.facts)::text) end
                    from %s where a.community_id = folkmoot.community() and a.id = k.id
                    """
                            .formatted(GIVEN),
                    DAYS);

    /// For rows that name an account.
    static final List<String> UNNAMING =
            List.of(
                    """
                    update activity.activity a set mentions = array_replace(a.mentions, :name, :cover)
                    where a.community_id = folkmoot.community() and a.id = any(:ids)
                    """,
                    DAYS);

    private Silencing() {}
}
