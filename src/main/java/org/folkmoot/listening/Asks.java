package org.folkmoot.listening;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.activity.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells the ledger which posts ask something, so that whoever counts or lists questions goes by
/// their words, and by what people said of them, instead of a question mark. The ledger keeps it;
/// only what it has otherwise is told.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Asks {

    private static final int AT_ONCE = 1_000;

    private static final String OTHERWISE =
            """
            select a.id, j.asks from activity.report_activity a
            join listening.report_judged j on j.community_id = folkmoot.community() and j.activity_id = a.id
            left join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = a.place_id
            where a.community_id = folkmoot.community() and a.told = 'message' and a.parent_external is null
                and (a.kind = 'question') <> j.asks and p.style is distinct from 'forum' and a.id > :after and %s
            order by a.id limit :most
            """;

    private final JdbcClient db;
    private final Ledger ledger;

    Asks(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    /// Keeps all writers from the ledger until the running transaction is over. Before anything of
    /// what was read is locked, as writers may wait for that.
    void takeTurn() {
        ledger.takeTurn();
    }

    /// Of all posts of a time.
    void tell(OffsetDateTime from, OffsetDateTime to) {
        tell(
                db.sql(OTHERWISE.formatted("a.at >= :from and a.at < :to"))
                        .param("from", from)
                        .param("to", to));
    }

    /// Of one post.
    void tell(long id) {
        tell(db.sql(OTHERWISE.formatted("a.id = :id")).param("id", id));
    }

    /// Each of them once, whatever the ledger makes of it.
    private void tell(JdbcClient.StatementSpec otherwise) {
        var asked = otherwise.param("most", AT_ONCE);
        long after = 0;
        Map<Long, Boolean> some;
        do {
            some = new HashMap<>();
            for (var post :
                    asked.param("after", after)
                            .query((row, _) -> Map.entry(row.getLong(1), row.getBoolean(2)))
                            .list()) {
                after = Objects.requireNonNull(post.getKey());
                some.put(after, Objects.requireNonNull(post.getValue()));
            }
            if (!some.isEmpty()) {
                ledger.judge(some);
            }
        } while (some.size() == AT_ONCE);
    }
}
