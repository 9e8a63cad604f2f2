package org.folkmoot.briefing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which letters went, so that none goes twice. A letter is noted before it is handed over: one
/// that is still being sent when a round begins was cut short, and nobody knows whether it arrived.
@Repository
@Transactional
class Sendings {

    /// What surely did not leave is tried so often.
    private static final int ATTEMPTS = 3;

    private final JdbcClient db;

    Sendings(JdbcClient db) {
        this.db = db;
    }

    /// @param state `sent`, `nothing`, `failed`, `unconfirmed`
    record Sending(Letters.Kind kind, LocalDate day, String state, Instant at) {}

    /// Whoever is told true sends it, and nobody else ever does.
    boolean take(long account, Letters.Due due, Instant now) {
        return db.sql(
                                """
                                insert into briefing.sending as s (community_id, account, kind, day, state, at)
                                values (folkmoot.community(), :account, :kind, :day, 'sending', :now)
                                on conflict (community_id, account, kind, day) do update
                                    set state = 'sending', attempts = s.attempts + 1, at = excluded.at
                                    where s.state = 'failed' and s.attempts < :most
                                        and s.at < excluded.at - interval '5 minutes'
                                """)
                        .param("account", account)
                        .param("kind", due.kind().key())
                        .param("day", due.day())
                        .param("now", Timestamp.from(now))
                        .param("most", ATTEMPTS)
                        .update()
                > 0;
    }

    void end(long account, Letters.Due due, String state, Instant now) {
        db.sql(
                        """
                        update briefing.sending set state = :state, at = :now
                        where community_id = folkmoot.community() and account = :account and kind = :kind and day = :day
                            and state = 'sending'
                        """)
                .param("state", state)
                .param("account", account)
                .param("kind", due.kind().key())
                .param("day", due.day())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// What an earlier process was handing over when it ended.
    void unconfirmed() {
        db.sql(
                        "update briefing.sending set state = 'unconfirmed' where community_id = folkmoot.community() and state = 'sending'")
                .update();
    }

    /// The newest first.
    @Transactional(readOnly = true)
    List<Sending> of(long account, int most) {
        return db.sql(
                        """
                        select kind, day, state, at from briefing.sending
                        where community_id = folkmoot.community() and account = :account order by at desc limit :most
                        """)
                .param("account", account)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Sending(
                                        Letters.Kind.valueOf(
                                                row.getString(1)
                                                        .toUpperCase(java.util.Locale.ROOT)),
                                        row.getObject(2, LocalDate.class),
                                        row.getString(3),
                                        row.getTimestamp(4).toInstant()))
                .list();
    }
}
