package org.folkmoot.listening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.community.Communities;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was read out of a person's posts: told to her alone, in the copy of her data. No page of
/// the team ever shows it by person.
@Repository
class ListeningData implements PersonalData {

    private static final String TITLE =
            "What was read out of your posts, for sums over many people";

    private static final String HERS =
            """
            from activity.report_activity a
            cross join lateral (select * from listening.report_judged l
                where l.community_id = folkmoot.community() and l.activity_id = a.id offset 0) j
            where a.community_id = folkmoot.community() and a.identity_id = any(:identities)
            """;

    private final JdbcClient db;
    private final Communities communities;

    ListeningData(JdbcClient db, Communities communities) {
        this.db = db;
        this.communities = communities;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public List<Part> tell(Subject subject) {
        return List.of();
    }

    @Override
    public void tellMuch(Subject subject, Rows rows) {
        var asked =
                ask(
                        subject,
                        """
                        select a.at::text as at, j.language, j.mood as sounds, j.asks, j.corrected_by as corrected
                        """
                                + HERS
                                + " order by a.at, a.id");
        try (var all =
                asked
                        .withFetchSize(1000)
                        .query(
                                (row, _) -> {
                                    Map<String, @Nullable Object> told = new LinkedHashMap<>();
                                    told.put("at", row.getString(1));
                                    told.put("language", row.getString(2));
                                    told.put("sounds", row.getString(3));
                                    told.put("asks", row.getBoolean(4));
                                    told.put("corrected", row.getString(5));
                                    return told;
                                })
                        .stream()) {
            var told = all.iterator();
            if (told.hasNext()) {
                rows.part(TITLE, "judgements");
                told.forEachRemaining(rows::row);
            }
        }
    }

    @Override
    public List<Fate> fates(Subject subject) {
        var n = ask(subject, "select count(*) " + HERS).query(Long.class).single();
        return n == 0 ? List.of() : List.of(new Fate(TITLE, n, true, ""));
    }

    @Override
    public void forget(Subject subject) {
        ask(
                        subject,
                        """
                        with hers as materialized (
                            select a.id, (a.at at time zone :zone)::date as day
                        """
                                + HERS
                                + """
                                ), uncorrected as (
                                    delete from listening.correction
                                    where community_id = folkmoot.community() and activity_id = any(array(select id from hers))),
                                unmeant as (
                                    delete from listening.meaning
                                    where community_id = folkmoot.community() and activity_id = any(array(select id from hers))),
                                unjudged as (
                                    delete from listening.judged
                                    where community_id = folkmoot.community() and activity_id = any(array(select id from hers))),
                                ungrouped as (
                                    delete from listening.theme_post
                                    where community_id = folkmoot.community() and activity_id = any(array(select id from hers)))
                                insert into listening.day as d (community_id, day)
                                select distinct folkmoot.community(), hers.day from hers order by 2
                                on conflict (community_id, day) do update set version = d.version + 1
                                """)
                .param("zone", communities.here().zone().getId())
                .update();
    }

    private JdbcClient.StatementSpec ask(Subject subject, String sql) {
        return db.sql(sql).param("identities", subject.identities().toArray(Long[]::new));
    }
}
