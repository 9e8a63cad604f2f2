package org.folkmoot.sources.outgoing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A program of somebody else's that is told what happens here.
///
/// @param wants types of happenings, see [Feed]
/// @param problem what went wrong last, in words
/// @param failures how often in a row
/// @param nextAt it is told nothing before
/// @param toldAt when it last took something
public record Subscriber(
        long id,
        String name,
        String address,
        List<String> wants,
        State state,
        @Nullable String problem,
        int failures,
        Instant nextAt,
        @Nullable Instant toldAt,
        String by,
        Instant createdAt) {

    static final String COLUMNS =
            "id, name, address, wants, state, problem, failures, next_at, told_at, by, created_at";

    public Subscriber {
        wants = List.copyOf(wants);
    }

    /// Whether it is told anything.
    public enum State {
        ON,
        /// Somebody wants it so.
        PAUSED,
        /// It failed too often, or wants no more: a person has to look.
        BROKEN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Subscriber read(ResultSet row, int number) throws SQLException {
        var told = row.getObject(9, OffsetDateTime.class);
        return new Subscriber(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                texts(row.getArray(4)),
                State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getString(6),
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                told == null ? null : told.toInstant(),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
