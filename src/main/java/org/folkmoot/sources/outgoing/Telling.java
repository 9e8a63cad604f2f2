package org.folkmoot.sources.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One happening that a subscriber is told, or was.
///
/// @param name the happening's own: however often it is told, it is the same
/// @param body what is sent, to the letter
/// @param endedAt when it was taken, or given up
public record Telling(
        long id,
        String name,
        String type,
        String body,
        Instant madeAt,
        State state,
        int tries,
        Instant nextAt,
        @Nullable Instant endedAt,
        @Nullable String problem) {

    static final String COLUMNS =
            "id, name, type, body, made_at, state, tries, next_at, ended_at, problem";

    /// How far it is.
    public enum State {
        WAITING("waits"),
        DONE("was taken"),
        DEAD("was given up");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Telling read(ResultSet row, int number) throws SQLException {
        var ended = row.getObject(9, OffsetDateTime.class);
        return new Telling(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString(10));
    }
}
