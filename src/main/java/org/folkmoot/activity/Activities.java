package org.folkmoot.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.folkmoot.members.LedgerNames;
import org.folkmoot.members.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the ledger for people: streams, threads, search.
@Repository
@Transactional(readOnly = true)
public class Activities implements LedgerNames {

    private final JdbcClient db;

    Activities(JdbcClient db) {
        this.db = db;
    }

    /// How many count, over all time. Reads them all: for the command line.
    public long count() {
        return db.sql(
                        "select count(*) from activity.activity where community_id = folkmoot.community() and counted")
                .query(Long.class)
                .single();
    }

    /// Which of these the ledger has of that source.
    ///
    /// @param source its key: `slack:T024BE7LH`
    public Set<String> known(String source, Collection<String> ids) {
        return db.sql(
                        """
                        select a.external_id from activity.source s
                        join activity.activity a on a.community_id = s.community_id and a.source_id = s.id
                            and a.external_id = any(:ids)
                        where s.community_id = folkmoot.community() and s.key = :source
                        """)
                .param("source", source)
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .set();
    }

    /// @param names sources and the ids there
    /// @return the ids here, of those that the ledger has
    public Map<Told.Key, Long> ids(Collection<Told.Key> names) {
        var found = new HashMap<Told.Key, Long>();
        if (!names.isEmpty()) {
            db.sql(
                            """
                            select s.key, a.external_id, a.id from unnest(:sources::text[], :ids::text[]) n(source, id)
                            join activity.source s on s.community_id = folkmoot.community() and s.key = n.source
                            join activity.activity a on a.community_id = s.community_id and a.source_id = s.id
                                and a.external_id = n.id
                            """)
                    .param("sources", names.stream().map(Told.Key::source).toArray(String[]::new))
                    .param("ids", names.stream().map(Told.Key::id).toArray(String[]::new))
                    .query(
                            row -> {
                                found.put(
                                        new Told.Key(row.getString(1), row.getString(2)),
                                        row.getLong(3));
                            });
        }
        return found;
    }

    @Override
    public Map<Long, Told.Key> names(Collection<Long> ids) {
        var found = new HashMap<Long, Told.Key>();
        db.sql(
                        """
                        select a.id, s.key, a.external_id from activity.activity a
                        join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                        where a.community_id = folkmoot.community() and a.id = any(:ids)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query(
                        row -> {
                            found.put(
                                    row.getLong(1),
                                    new Told.Key(row.getString(2), row.getString(3)));
                        });
        return found;
    }
}
