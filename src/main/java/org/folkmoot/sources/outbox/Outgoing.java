package org.folkmoot.sources.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Something that we say on a platform.
///
/// @param more what it needs beside its words
/// @param goAt when it goes out; until then it can be taken back
/// @param triedAt when it was first handed over
/// @param url where people see it, once it is there
public record Outgoing(
        long id,
        long source,
        Act.What what,
        String target,
        String title,
        String text,
        Map<String, String> more,
        State state,
        String by,
        Instant createdAt,
        Instant goAt,
        @Nullable Instant triedAt,
        int tries,
        @Nullable String externalId,
        @Nullable String url,
        @Nullable String problem) {

    static final String COLUMNS =
            "id, source_id, what, target, title, text, more, state, by, created_at, go_at, tried_at, tries, external_id, url, problem";

    private static final TypeReference<Map<String, String>> MORE = new TypeReference<>() {};

    /// How far it is.
    public enum State {
        HELD("waits"),
        SENDING("is being sent"),
        DONE("is there"),
        REFUSED("was refused"),
        /// Nobody knows whether it arrived.
        UNCONFIRMED("may have arrived"),
        TAKEN_BACK("was taken back");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// As stored: `taken back`.
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }

    static Outgoing read(ResultSet row, int number) throws SQLException {
        return new Outgoing(
                row.getLong(1),
                row.getLong(2),
                Act.What.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                JsonMapper.shared().readValue(row.getString(7), MORE),
                State.of(row.getString(8)),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                at(row.getObject(12, OffsetDateTime.class)),
                row.getInt(13),
                row.getString(14),
                row.getString(15),
                row.getString(16));
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    Act act(Instant now) {
        return new Act(
                "folkmoot-" + id, what, target, title, text, more, triedAt == null ? now : triedAt);
    }
}
