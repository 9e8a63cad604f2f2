package org.folkmoot.members;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What fades with age, said by SQL.
///
/// @param shown one of them in words, an expression
/// @param old `from` and `where` of those that are older than `:than`
public record Fades(
        JdbcClient db,
        String key,
        String title,
        String words,
        String shown,
        String old,
        Taking taking)
        implements Fading {

    /// Takes up to so many away.
    public interface Taking {

        /// @return how many went
        long from(Fades all, Instant than, int most);

        /// By one statement, with `%s` where [Fades#old] belongs, and `:most`.
        static Taking by(String sql) {
            return (all, than, most) ->
                    all.asking(sql.formatted(all.old), than).param("most", most).update();
        }
    }

    @Override
    public long older(Instant than) {
        return asking("select count(*) " + old, than).query(Long.class).single();
    }

    @Override
    public List<String> some(Instant than, int most) {
        return asking("select " + shown + " " + old + " limit :most", than)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public long take(Instant than, int most) {
        return taking.from(this, than, most);
    }

    /// A number that up to so many of them have.
    public List<Long> some(String number, Instant than, int most) {
        return asking("select " + number + " " + old + " limit :most", than)
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private JdbcClient.StatementSpec asking(String sql, Instant than) {
        return db.sql(sql).param("than", than.atOffset(ZoneOffset.UTC));
    }
}
