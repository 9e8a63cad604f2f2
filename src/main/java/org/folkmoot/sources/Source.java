package org.folkmoot.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.connectors.Import;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A live connection to one account on a platform, and how it gets on.
///
/// @param cursor how far it is, in its connector's own words
/// @param steps how often the cursor moved
/// @param completeAt when everything from before was here for the first time
/// @param nextAt when it is asked again
/// @param waiting why not before, when it is for the platform's sake
/// @param problem what went wrong last, in words
/// @param failures how often in a row
/// @param caughtAt when the platform last answered as it should
/// @param doing what it is at
/// @param erased zeros unless it is being erased
public record Source(
        long id,
        String platform,
        String name,
        Map<String, String> settings,
        State state,
        String by,
        Instant createdAt,
        String cursor,
        long steps,
        @Nullable Instant completeAt,
        Instant nextAt,
        @Nullable String waiting,
        @Nullable String problem,
        int failures,
        @Nullable Instant triedAt,
        @Nullable Instant caughtAt,
        @Nullable String doing,
        Import.Counts counts,
        Erased erased,
        Reached reached) {

    static final String COLUMNS =
            """
            id, platform, name, settings, state, by, created_at, cursor, steps, complete_at, next_at, waiting, problem,
            failures, tried_at, caught_at, doing, read, stored, known, refused, people, activities, to_erase, erased,
            oldest_at, newest_at, pace
            """;

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    /// How far the erasing is.
    ///
    /// @param all the activities that were to go when it began
    /// @param gone those that went by now
    public record Erased(long all, long gone) {}

    /// Of which times something came.
    ///
    /// @param perMinute how many rows were read lately; null when that is not known yet
    public record Reached(
            @Nullable Instant oldest, @Nullable Instant newest, @Nullable Double perMinute) {}

    /// Whether it is asked at all.
    public enum State {
        ON,
        /// Somebody wants it so.
        PAUSED,
        /// Only a person can mend it.
        BROKEN,
        /// It was let go of, and what it brought is being taken away.
        ERASING;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Source read(ResultSet row, int number) throws SQLException {
        return new Source(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                JsonMapper.shared().readValue(row.getString(4), SETTINGS),
                State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getLong(9),
                at(row, 10),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getString(12),
                row.getString(13),
                row.getInt(14),
                at(row, 15),
                at(row, 16),
                row.getString(17),
                new Import.Counts(
                        row.getLong(18),
                        row.getLong(19),
                        row.getLong(20),
                        row.getLong(21),
                        row.getLong(22),
                        row.getLong(23)),
                new Erased(row.getLong(24), row.getLong(25)),
                new Reached(at(row, 26), at(row, 27), row.getObject(28, Double.class)));
    }

    private static @Nullable Instant at(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// Itself, unless it is on its way out.
    ///
    /// @throws Refusal.Unusable when it is
    public Source kept() {
        if (state == State.ERASING) {
            throw new Refusal.Unusable(
                    "%s was disconnected, and what it brought is being erased.".formatted(name));
        }
        return this;
    }

    /// Whether all from before is here and nothing is due.
    boolean resting(Instant now) {
        return completeAt != null && nextAt.isAfter(now) && waiting == null && problem == null;
    }
}
