package org.folkmoot.connectors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How an import lies in its table's row.
final class ImportRow {

    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};
    static final String COLUMNS =
            """
            id, format, name, path, options, fingerprint, state, cancel, by, created_at, started_at, ended_at,
            position, read, stored, known, refused, people, activities, bytes_read, bytes_total, problem,
            run_at, run_read, run_bytes, doing
            """;

    private ImportRow() {}

    static String json(Map<String, String> options) {
        return JsonMapper.shared().writeValueAsString(options);
    }

    static Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                JsonMapper.shared().readValue(row.getString(5), OPTIONS),
                row.getString(6),
                Import.State.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                row.getBoolean(8),
                row.getString(9),
                Objects.requireNonNull(instant(row, 10)),
                instant(row, 11),
                instant(row, 12),
                row.getLong(13),
                new Import.Counts(
                        row.getLong(14),
                        row.getLong(15),
                        row.getLong(16),
                        row.getLong(17),
                        row.getLong(18),
                        row.getLong(19)),
                row.getLong(20),
                row.getLong(21),
                new Import.Run(instant(row, 23), row.getLong(24), row.getLong(25)),
                row.getString(26),
                row.getString(22));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
