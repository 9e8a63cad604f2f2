package org.folkmoot.sources.pulls;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.folkmoot.access.Trail;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Import;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.figures.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How a source gets on, page by page.
@Repository
@Transactional
public class Progress {

    private final JdbcClient db;
    private final Trail trail;
    private final Figures figures;

    Progress(JdbcClient db, Trail trail, Figures figures) {
        this.db = db;
        this.trail = trail;
        this.figures = figures;
    }

    /// Moves the cursor, in the transaction of the page, and keeps what the platform counts.
    ///
    /// @return false when somebody else was first, or the source is gone: then nothing of the page
    ///     may stay
    boolean move(Source from, Pull.Caught caught, Import.Counts more, Instant next, Instant now) {
        var moved =
                db.sql(
                                        """
                                update sources.source set cursor = :cursor, steps = steps + 1, doing = :doing, tried_at = :now,
                                    caught_at = :now, failures = 0, problem = null, waiting = null, next_at = :next,
                                    complete_at = case when :more then complete_at else coalesce(complete_at, :now) end,
                                    read = read + :read, stored = stored + :stored, known = known + :known,
                                    refused = refused + :refused, people = people + :people, activities = activities + :activities,
                                    oldest_at = least(oldest_at, cast(:oldest as timestamptz)), newest_at = greatest(newest_at, cast(:newest as timestamptz)),
                                    pace = case when paced_at <= cast(:now as timestamptz) - interval '1 minute'
                                        then (read + :read - paced_read) * 60.0 / extract(epoch from cast(:now as timestamptz) - paced_at) else pace end,
                                    paced_read = case when paced_at > cast(:now as timestamptz) - interval '1 minute' then paced_read else read + :read end,
                                    paced_at = case when paced_at > cast(:now as timestamptz) - interval '1 minute' then paced_at else cast(:now as timestamptz) end
                                where community_id = folkmoot.community() and id = :id and steps = :steps and state <> 'erasing'
                                """)
                                .param("cursor", caught.next())
                                .param("doing", caught.more() ? caught.doing() : null)
                                .param("more", caught.more())
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("next", next.atOffset(ZoneOffset.UTC))
                                .param("read", more.read())
                                .param("stored", more.stored())
                                .param("known", more.known())
                                .param("refused", more.refused())
                                .param("people", more.people())
                                .param("activities", more.activities())
                                .param("oldest", oldest(caught.page()))
                                .param("newest", newest(caught.page(), now))
                                .param("id", from.id())
                                .param("steps", from.steps())
                                .update()
                        > 0;
        if (moved) {
            figures.keep(from.id(), caught.figures());
        }
        return moved;
    }

    /// What calls brought; they move no cursor.
    public void heard(long source, Import.Counts more) {
        db.sql(
                        """
                        update sources.source set read = read + :read, stored = stored + :stored, known = known + :known,
                            refused = refused + :refused, people = people + :people, activities = activities + :activities
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("read", more.read())
                .param("stored", more.stored())
                .param("known", more.known())
                .param("refused", more.refused())
                .param("people", more.people())
                .param("activities", more.activities())
                .param("id", source)
                .update();
    }

    /// It waits for the platform's sake, or because something went wrong.
    void wait(
            Source source,
            Instant next,
            @Nullable String waiting,
            @Nullable String problem,
            Instant now) {
        db.sql(
                        """
                        update sources.source set next_at = :next, waiting = :waiting, problem = :problem, tried_at = :now,
                            failures = case when :problem::text is null then failures else failures + 1 end
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("waiting", waiting)
                .param("problem", problem)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", source.id())
                .update();
    }

    /// Only a person can mend it. Told to the trail once.
    public void broke(Source source, String problem, Instant now) {
        var changed =
                db.sql(
                                """
                                update sources.source set state = 'broken', problem = :problem, tried_at = :now, waiting = null
                                where community_id = folkmoot.community() and id = :id and state = 'on'
                                """)
                        .param("problem", problem)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", source.id())
                        .update();
        if (changed > 0) {
            trail.record(
                    "connection broke",
                    "the house",
                    "connection",
                    Long.toString(source.id()),
                    java.util.Map.of("platform", source.platform(), "problem", problem));
        }
    }

    private static @Nullable OffsetDateTime oldest(List<Found> page) {
        return times(page)
                .min(Instant::compareTo)
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .orElse(null);
    }

    /// Of what has happened by now.
    private static @Nullable OffsetDateTime newest(List<Found> page, Instant now) {
        return times(page)
                .filter(at -> !at.isAfter(now))
                .max(Instant::compareTo)
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .orElse(null);
    }

    private static Stream<Instant> times(List<Found> page) {
        return page.stream()
                .filter(Deed.class::isInstance)
                .map(found -> ((Deed) found).at())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(at -> at.isAfter(Instant.EPOCH) && at.getEpochSecond() < 4_102_444_800L);
    }
}
