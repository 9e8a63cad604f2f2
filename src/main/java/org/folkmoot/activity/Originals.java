package org.folkmoot.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.folkmoot.web.Foreign;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What activities are called where they happened, for whoever has to name them there.
@Repository
@Transactional(readOnly = true)
public class Originals {

    private final JdbcClient db;

    Originals(JdbcClient db) {
        this.db = db;
    }

    /// All as the platform calls it.
    ///
    /// @param source the space in which the ids are unique: `slack:T1`
    /// @param place empty when it is in none
    /// @param thread what began the conversation that it belongs to, itself when it began one
    /// @param url empty when not known
    /// @param identity the account that did it; null when nobody knows
    /// @param text its beginning, as the platform gave it
    public record Original(
            String platform,
            String source,
            String id,
            String place,
            String thread,
            String url,
            @Nullable Long identity,
            Foreign.Markup markup,
            String text) {}

    /// By our number.
    public Optional<Original> of(long activity) {
        return select("a.id = :id").param("id", activity).query(Originals::read).optional();
    }

    /// By its id there; when several of a platform's spaces have it, the newest.
    public Optional<Original> named(String platform, String id) {
        return select("s.platform = :platform and a.external_id = :id")
                .param("platform", platform)
                .param("id", id)
                .query(Originals::read)
                .optional();
    }

    private JdbcClient.StatementSpec select(String which) {
        return db.sql(
                """
                select s.platform, s.key, a.external_id, coalesce(p.external_id, ''), coalesce(t.external_id, ''),
                    coalesce(a.url, ''), a.identity_id, s.markup, left(coalesce(a.text, a.title, ''), 2000)
                from activity.source s
                join activity.activity a on a.community_id = s.community_id and a.source_id = s.id
                left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                left join activity.activity t on t.community_id = a.community_id and t.id = a.thread_id
                where s.community_id = folkmoot.community() and %s order by a.id desc limit 1
                """
                        .formatted(which));
    }

    private static Original read(ResultSet row, int number) throws SQLException {
        var identity = row.getLong(7);
        return new Original(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.wasNull() ? null : identity,
                Foreign.Markup.of(row.getString(8)),
                row.getString(9));
    }
}
