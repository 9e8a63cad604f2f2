package org.folkmoot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/// Rows on their way into a staging table by `COPY`, the fastest way in. Tables with row-level
/// security refuse it, so a temporary table stands between.
public final class CopyIn {

    private static final int PIECE = 1 << 16;

    private final CopyText text = new CopyText();
    private final org.postgresql.copy.@Nullable CopyIn open;
    private int count;

    public CopyIn() {
        this(null);
    }

    private CopyIn(org.postgresql.copy.@Nullable CopyIn open) {
        this.open = open;
    }

    /// Adds a row. Strings, numbers, booleans, times (ISO), collections of strings (as arrays) or
    /// null; NUL characters, which PostgreSQL cannot hold, are left out.
    public void row(@Nullable Object... values) {
        text.row(values);
        count++;
        if (open != null && text.size() >= PIECE) {
            try {
                text.give(open);
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("copy", e);
            }
        }
    }

    public int count() {
        return count;
    }

    /// Copies all rows on the running transaction's connection.
    ///
    /// @param target table and columns: `staged (a, b, c)`
    public void into(DataSource source, String target) {
        if (count > 0) {
            copy(source, target, text::give);
        }
    }

    /// Copies rows while they are said, so that they need little memory and the database reads them
    /// meanwhile. Nothing else may be asked of it until all are said.
    public static void into(DataSource source, String target, Consumer<CopyIn> say) {
        copy(
                source,
                target,
                open -> {
                    var rows = new CopyIn(open);
                    say.accept(rows);
                    rows.text.give(open);
                });
    }

    private interface Giving {
        void to(org.postgresql.copy.CopyIn open) throws SQLException;
    }

    private static void copy(DataSource source, String target, Giving giving) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            copy(connection, target, giving);
        } catch (SQLException e) {
            throw Objects.requireNonNullElseGet(
                    new SQLExceptionSubclassTranslator().translate("copy " + target, null, e),
                    () -> new DataAccessResourceFailureException("copy " + target, e));
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void copy(Connection connection, String target, Giving giving)
            throws SQLException {
        var open =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + target + " from stdin");
        try {
            giving.to(open);
            open.endCopy();
        } finally {
            if (open.isActive()) {
                open.cancelCopy();
            }
        }
    }

    /// A PostgreSQL array literal of strings.
    public static String array(Collection<?> values) {
        var literal = new StringBuilder("{");
        for (var value : values) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            literal.append('"');
            var text = String.valueOf(value);
            for (int i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    literal.append('\\');
                }
                if (c != 0) {
                    literal.append(c);
                }
            }
            literal.append('"');
        }
        return literal.append('}').toString();
    }
}
