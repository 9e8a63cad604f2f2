package org.folkmoot.activity;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the ledger for people: streams, threads, search.
@Repository
@Transactional(readOnly = true)
public class Activities {

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
}
