package org.folkmoot.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/// Rows on their way into a staging table by `COPY`, the fastest way in. Tables with row-level
/// security refuse it, so a temporary table stands between.
public final class CopyIn {

    private final StringBuilder rows = new StringBuilder(1 << 16);
    private int count;

    /// Adds a row. Strings, numbers, booleans, times (ISO), collections of strings (as arrays) or
    /// null; NUL characters, which PostgreSQL cannot hold, are left out.
    public void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            var value = values[i];
            switch (value) {
                case null -> rows.append("\\N");
                case Collection<?> many -> escape(array(many));
                default -> escape(value.toString());
            }
        }
        rows.append('\n');
        count++;
    }

    public int count() {
        return count;
    }

    /// Copies all rows on the running transaction's connection.
    ///
    /// @param target table and columns: `staged (a, b, c)`
    public void into(DataSource source, String target) {
        if (count == 0) {
            return;
        }
        var connection = DataSourceUtils.getConnection(source);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new StringReader(rows.toString()));
        } catch (SQLException e) {
            throw Objects.requireNonNullElseGet(
                    new SQLExceptionSubclassTranslator().translate("copy " + target, null, e),
                    () -> new DataAccessResourceFailureException("copy " + target, e));
        } catch (IOException e) {
            throw new DataAccessResourceFailureException("copy " + target, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
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

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case 0 -> {}
                default -> rows.append(c);
            }
        }
    }
}
