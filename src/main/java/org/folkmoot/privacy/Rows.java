package org.folkmoot.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.Nullable;

/// Gives rows of any module on to a sheet: a part is begun with its first row, values are text,
/// numbers, yes or no.
final class Rows implements PersonalData.Rows {

    private final Sheet sheet;
    private String title = "";
    private String key = "";
    private boolean begun;

    Rows(Sheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public void part(String title, String key) {
        this.title = title;
        this.key = key;
        this.begun = false;
    }

    @Override
    public void row(Map<String, ? extends @Nullable Object> row) {
        var plain = new LinkedHashMap<String, Object>();
        row.forEach(
                (name, value) -> {
                    var words = plain(value);
                    if (words != null) {
                        plain.put(name, words);
                    }
                });
        try {
            if (!begun) {
                sheet.part(title, key);
                begun = true;
            }
            sheet.row(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Timestamp time -> time.toInstant().toString();
            case OffsetDateTime time -> time.toInstant().toString();
            case Instant time -> time.toString();
            case Temporal time -> time.toString();
            case Number number -> number;
            case Boolean yes -> yes;
            case Array array -> joined(array);
            default -> value.toString();
        };
    }

    private static String joined(Array array) {
        try {
            return Arrays.stream((Object[]) array.getArray())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
        } catch (SQLException e) {
            throw new IllegalStateException("The database gave a list that cannot be read", e);
        }
    }
}
