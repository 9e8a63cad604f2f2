package org.folkmoot.metrics;

import java.util.HashSet;
import java.util.Set;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The places in which an answer need not say what it answers.
@Repository
class Chats {

    private final JdbcClient db;

    Chats(JdbcClient db) {
        this.db = db;
    }

    Set<Long> all() {
        var chats = new HashSet<Long>();
        db.sql(
                        """
                        select place_id from activity.report_place where community_id = :here and style = 'chat'
                        """)
                .param("here", Here.community().value())
                .query(
                        row -> {
                            chats.add(row.getLong(1));
                        });
        return chats;
    }
}
