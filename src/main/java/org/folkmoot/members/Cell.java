package org.folkmoot.members;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A value of a table as a line of an export has it.
final class Cell {

    private Cell() {}

    /// @param type as the database calls it
    static @Nullable Object of(ResultSet row, int column, String type) throws SQLException {
        if (type.equals("timestamptz")) {
            var time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant().toString();
        }
        if (type.equals("json") || type.equals("jsonb")) {
            var json = row.getString(column);
            return json == null ? null : JsonMapper.shared().readTree(json);
        }
        var value = row.getObject(column);
        return switch (value) {
            case null -> null;
            case java.sql.Array array -> List.of((Object[]) array.getArray());
            case Date _, Time _ -> row.getString(column);
            default -> value;
        };
    }
}
