package org.folkmoot.sources.hearing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Until when platforms call us as we asked them to.
@Repository
@Transactional
public class Arrangements {

    /// Further away than any platform promises, and still a time of the database.
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    /// One of them.
    ///
    /// @param problem why it could not be renewed
    public record One(Instant until, @Nullable String problem) {

        public boolean ends() {
            return until.isBefore(EVER);
        }
    }

    private final JdbcClient db;

    Arrangements(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<One> of(long source) {
        return db.sql(
                        """
                        select arranged_until, arranged_problem from sources.source
                        where community_id = folkmoot.community() and id = :source and arranged_until is not null
                        """)
                .param("source", source)
                .query(
                        (row, _) ->
                                new One(
                                        row.getObject(1, OffsetDateTime.class).toInstant(),
                                        row.getString(2)))
                .optional();
    }

    /// Those of sources that are on which end before then.
    @Transactional(readOnly = true)
    List<Long> ending(Instant before) {
        return db.sql(
                        """
                        select id from sources.source
                        where community_id = folkmoot.community() and state = 'on' and arranged_until < :before
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    void keep(long source, Instant until) {
        note(source, until.isBefore(EVER) ? until : EVER, null);
    }

    void failed(long source, Instant again, String problem) {
        note(source, again, problem);
    }

    private void note(long source, Instant until, @Nullable String problem) {
        db.sql(
                        """
                        update sources.source set arranged_until = :until, arranged_problem = :problem
                        where community_id = folkmoot.community() and id = :source
                        """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("problem", problem)
                .param("source", source)
                .update();
    }
}
