package org.folkmoot.activity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.community.Communities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// When something was first said in the community, as far as the ledger goes back.
@Repository
@Transactional(readOnly = true)
public class FirstSaid {

    private final JdbcClient db;
    private final Communities communities;

    FirstSaid(JdbcClient db, Communities communities) {
        this.db = db;
        this.communities = communities;
    }

    public record First(long thread, Instant at) {}

    /// By the words asked for, which the search finds in any form; those never said are left out.
    /// One statement.
    public Map<String, First> of(Collection<String> words) {
        var found = new HashMap<String, First>();
        if (!words.isEmpty()) {
            db.sql(
                            """
                            select t.words, f.thread_id, f.at
                            from unnest(:words::text[]) as t (words)
                            cross join lateral (
                                select a.thread_id, a.at
                                from activity.words w
                                join activity.activity a on a.community_id = w.community_id and a.id = w.activity_id
                                where w.community_id = folkmoot.community() and a.counted
                                    and w.words @@ phraseto_tsquery(cast(:language as regconfig), t.words)
                                order by a.at, a.id limit 1) f
                            """)
                    .param("words", words.stream().distinct().toArray(String[]::new))
                    .param(
                            "language",
                            SearchWords.searchIn(communities.here().locale().toLanguageTag()))
                    .query(
                            row -> {
                                found.put(
                                        row.getString(1),
                                        new First(
                                                row.getLong(2),
                                                row.getObject(3, OffsetDateTime.class)
                                                        .toInstant()));
                            });
        }
        return found;
    }
}
