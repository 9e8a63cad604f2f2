package org.folkmoot.activity;

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
}
