package org.folkmoot.listening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// When themes were looked for, and how far that is.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ThemeRuns {

    private static final String SHELF = " community_id = folkmoot.community() and shelf = :shelf";

    private final JdbcClient db;

    ThemeRuns(JdbcClient db) {
        this.db = db;
    }

    /// How far looking for themes is.
    ///
    /// @param done of a hundred
    /// @param last the window's last day; null before the first time is over
    /// @param posts in the window
    record Run(boolean running, int done, @Nullable LocalDate last, int posts, Instant at) {}

    Optional<Run> run(Shelf shelf, int days) {
        return db.sql(
                        "select running, done, last, posts, at from listening.theme_run where"
                                + SHELF
                                + " and days = :days")
                .param("shelf", shelf.key())
                .param("days", days)
                .query(
                        (row, _) ->
                                new Run(
                                        row.getBoolean(1),
                                        row.getInt(2),
                                        row.getObject(3, LocalDate.class),
                                        row.getInt(4),
                                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .optional();
    }

    void running(Shelf shelf, int days, int done, Instant now) {
        db.sql(
                        """
                        insert into listening.theme_run as r (community_id, shelf, days, running, done, at)
                        values (folkmoot.community(), :shelf, :days, true, :done, :now)
                        on conflict (community_id, shelf, days) do update set running = true, done = excluded.done
                        """)
                .param("shelf", shelf.key())
                .param("days", days)
                .param("done", done)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void ran(Shelf shelf, int days, LocalDate last, int posts, Instant now) {
        db.sql(
                        "update listening.theme_run set running = false, done = 100, last = :last, posts = :posts, at = :now where"
                                + SHELF
                                + " and days = :days")
                .param("shelf", shelf.key())
                .param("days", days)
                .param("last", last)
                .param("posts", posts)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Those that somebody looked at once and whose window ends before that day.
    List<Old> old(LocalDate today) {
        return db.sql(
                        "select shelf, days from listening.theme_run where community_id = folkmoot.community() and (last is null or last < :today)")
                .param("today", today)
                .query((row, _) -> new Old(Shelf.of(row.getString(1)), row.getInt(2)))
                .list();
    }

    record Old(Shelf shelf, int days) {}
}
