package org.folkmoot.listening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.language.Mood;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Posts with what was read out of them and what people said instead.
@Repository
@Transactional(readOnly = true)
class CorrectedPosts {

    private static final String CORRECTED =
            """
            from listening.correction c
            join activity.report_activity a on a.community_id = folkmoot.community() and a.id = c.activity_id and a.counted
            where c.community_id = folkmoot.community() and c.digest = %s
            """
                    .formatted(Posts.DIGEST);

    private final JdbcClient db;

    CorrectedPosts(JdbcClient db) {
        this.db = db;
    }

    /// A post as it was read, and as it was corrected.
    ///
    /// @param mood null in a language whose tones are not known
    /// @param by who corrected it last; null when nobody did
    record Post(
            long id,
            String text,
            @Nullable String place,
            Instant at,
            String language,
            @Nullable Mood mood,
            int polarity,
            int certainty,
            boolean asks,
            Said said,
            @Nullable String by) {}

    /// @throws Refusal.NotFound when there is no such post, or it has not been read yet
    Post one(long id) {
        return db.sql(
                        """
                        select a.id, left(%s, 4000), p.name, a.at, j.language, j.mood, j.polarity, j.certainty, j.asks,
                            c.mood, c.asks, c.by
                        from activity.report_activity a
                        join listening.judged j on j.community_id = folkmoot.community() and j.activity_id = a.id
                        left join listening.correction c on c.community_id = folkmoot.community() and c.activity_id = a.id
                            and c.digest = j.digest
                        left join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = a.place_id
                        where a.community_id = folkmoot.community() and a.id = :id and a.counted and %s = j.digest
                        """
                                .formatted(Posts.TEXT, Posts.DIGEST))
                .param("id", id)
                .query(
                        (row, _) ->
                                new Post(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        instant(row, 4),
                                        row.getString(5),
                                        mood(row.getString(6)),
                                        row.getInt(7),
                                        row.getInt(8),
                                        row.getBoolean(9),
                                        new Said(
                                                mood(row.getString(10)),
                                                row.getObject(11, Boolean.class)),
                                        row.getString(12)))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This post, or what was read out of it,"));
    }

    /// @param words the beginning of the post
    record Correction(long activity, String words, Said said, String by, Instant at) {}

    /// Newest first, those before a moment and number.
    List<Correction> list(Instant before, long below, int most) {
        return db.sql(
                        """
                        select c.activity_id, left(%s, 240), c.mood, c.asks, c.by, c.at %s
                            and (c.at, c.activity_id) < (:before, :below)
                        order by c.at desc, c.activity_id desc limit :most
                        """
                                .formatted(Posts.TEXT, CORRECTED))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("below", below)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Correction(
                                        row.getLong(1),
                                        row.getString(2),
                                        new Said(
                                                mood(row.getString(3)),
                                                row.getObject(4, Boolean.class)),
                                        row.getString(5),
                                        instant(row, 6)))
                .list();
    }

    /// How many posts were corrected by tone, and how many by whether they ask.
    record Count(long moods, long asks) {}

    Count count() {
        return db.sql("select count(c.mood), count(c.asks) " + CORRECTED)
                .query((row, _) -> new Count(row.getLong(1), row.getLong(2)))
                .single();
    }

    /// What was said of texts, each in one line, to learn from.
    void training(Lesson lesson, Consumer<String> line) {
        try (var rows =
                db
                        .sql(
                                "select %s, left(%s, 8000) %s and %s is not null order by c.activity_id"
                                        .formatted(
                                                lesson.word(),
                                                Posts.TEXT,
                                                CORRECTED,
                                                lesson.said()))
                        .withFetchSize(500)
                        .query((row, _) -> row.getString(1) + "\t" + oneLine(row.getString(2)))
                        .stream()) {
            rows.forEach(line);
        }
    }

    /// What a spreadsheet would take for a formula begins with a space, which says nothing.
    static String oneLine(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? " " + line : line;
    }

    private static @Nullable Mood mood(@Nullable String key) {
        return key == null ? null : Mood.of(key).orElse(null);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
