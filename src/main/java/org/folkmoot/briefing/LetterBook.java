package org.folkmoot.briefing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who gets which letters in the community we are in.
@Repository
@Transactional
class LetterBook {

    private static final String SELECT =
            """
            select account, daily, weekday, hour, silent from briefing.letter
            where community_id = folkmoot.community()
            """;

    private final JdbcClient db;
    private final Trail trail;

    LetterBook(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    Letters of(long account) {
        return db.sql(SELECT + " and account = :account")
                .param("account", account)
                .query(LetterBook::read)
                .optional()
                .orElse(Letters.none(account));
    }

    /// Of all who get any.
    @Transactional(readOnly = true)
    List<Letters> all() {
        return db.sql(SELECT + " and (daily or weekday is not null) order by account")
                .query(LetterBook::read)
                .list();
    }

    void choose(Letters letters) {
        db.sql(
                        """
                        insert into briefing.letter (community_id, account, daily, weekday, hour, silent)
                        values (folkmoot.community(), :account, :daily, :weekday, :hour, :silent)
                        on conflict (community_id, account) do update
                            set daily = excluded.daily, weekday = excluded.weekday, hour = excluded.hour,
                                silent = excluded.silent, at = now()
                        """)
                .param("account", letters.account())
                .param("daily", letters.daily())
                .param(
                        "weekday",
                        letters.weekday() == null ? null : letters.weekday().getValue(),
                        java.sql.Types.SMALLINT)
                .param("hour", letters.hour())
                .param("silent", letters.silent())
                .update();
        trail.record(
                "letters chosen",
                letters.account() == Letters.CHANNEL ? "channel" : "account",
                Long.toString(letters.account()),
                Map.of(
                        "daily",
                        letters.daily(),
                        "weekly",
                        letters.weekday() != null,
                        "hour",
                        letters.hour()));
    }

    private static Letters read(ResultSet row, int number) throws SQLException {
        var weekday = row.getObject(3, Short.class);
        return new Letters(
                row.getLong(1),
                row.getBoolean(2),
                weekday == null ? null : DayOfWeek.of(weekday),
                row.getInt(4),
                row.getBoolean(5));
    }
}
