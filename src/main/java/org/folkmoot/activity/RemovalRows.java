package org.folkmoot.activity;

/// Which rows of the ledger go, in SQL. `:places`, `:sources` and `:without` are what
/// [Removal.Room]s come to.
final class RemovalRows {

    private RemovalRows() {}

    static final String NUMBERS =
            """
            select s.id, coalesce(p.id, 0), r.place = '' from unnest(:keys::text[], :places::text[]) r(key, place)
            join activity.source s on s.community_id = folkmoot.community() and s.key = r.key
            left join activity.place p on p.community_id = s.community_id and p.source_id = s.id and p.external_id = r.place
            where r.place = '' or p.id is not null
            """;

    static final String PLACED =
            "from activity.activity a where a.community_id = folkmoot.community() and a.place_id = any(:places::bigint[])"
                    + " and a.source_id = any(:sources::integer[]) and :without::integer[] is not null";

    /// Whatever is in no place itself is where its thread is.
    private static final String HERE =
            """
            case when a.place_id is not null then a.place_id = any(:places::bigint[])
                when t.place_id is not null then t.place_id = any(:places::bigint[])
                else a.source_id = any(:without::integer[]) end
            """;

    private static final String WITH_THREADS =
            """
            from activity.activity a
            left join activity.activity t on t.community_id = a.community_id and t.id = a.thread_id
            where a.community_id = folkmoot.community()
            """;

    static final String LOOSE =
            WITH_THREADS
                    + " and a.source_id = any(:sources::integer[]) and a.place_id is null and "
                    + HERE;

    static final String ELSEWHERE =
            "select distinct a.identity_id "
                    + WITH_THREADS
                    + " and a.identity_id = any(:ids) and not (a.source_id = any(:sources::integer[]) and "
                    + HERE
                    + ")";

    static final String ORPHANS =
            """
            update activity.activity set parent_id = null
            where community_id = folkmoot.community() and parent_id = any(:ids) and not id = any(:ids) returning id
            """;

    static final String UNMARK =
            """
            delete from activity.mark m using activity.activity a
            where a.community_id = folkmoot.community() and a.id = any(:ids) and m.community_id = a.community_id
                and m.source_id = a.source_id and m.external_id = a.external_id
            """;

    static final String DELETE =
            "delete from activity.activity where community_id = folkmoot.community() and id = any(:ids)";

    static final String EMPTY_PLACES =
            """
            delete from activity.place p where p.community_id = folkmoot.community() and p.id = any(:places::bigint[])
                and p.source_id = any(:sources::integer[]) and :without::integer[] is not null
                and not exists (select from activity.activity a where a.community_id = p.community_id and a.place_id = p.id)
            """;

    static final String IDLE_MARKS =
            """
            delete from activity.mark m where m.community_id = folkmoot.community() and m.source_id = any(:sources::integer[])
                and :places::bigint[] is not null and :without::integer[] is not null
                and not exists (select from activity.activity a where a.community_id = m.community_id and a.source_id = m.source_id)
            """;
}
