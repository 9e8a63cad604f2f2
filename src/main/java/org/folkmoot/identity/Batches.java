package org.folkmoot.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What was done at once, as the log lists it.
@Repository
@Transactional(readOnly = true)
class Batches {

    private static final int MOST = 500;

    private final JdbcClient db;
    private final Steps steps;

    Batches(JdbcClient db, Steps steps) {
        this.db = db;
        this.steps = steps;
    }

    /// @param steps how many
    /// @param holding how many of them were not undone
    /// @param parts how many of them part accounts
    record Batch(long id, int steps, int holding, String by, Instant at, int parts) {}

    /// The newest before one.
    List<Batch> before(long before, int most) {
        return db.sql(
                        """
                        select batch, count(*), count(*) filter (where undone_at is null), min(by), min(at),
                            count(*) filter (where what = 'part') from identity.step
                        where community_id = folkmoot.community() and batch < :before
                        group by batch order by batch desc limit :most
                        """)
                .param("before", before)
                .param("most", most)
                .query((row, _) -> batch(row))
                .list();
    }

    /// The same of those that concern these identities; only such steps are counted.
    List<Batch> of(Collection<Long> identities, long before, int most) {
        return db.sql(
                        """
                        select batch, count(*), count(*) filter (where undone_at is null), min(by), min(at),
                            count(*) filter (where what = 'part') from identity.step
                        where community_id = folkmoot.community() and batch < :before
                            and (one_identity = any(:ids) or other_identity = any(:ids))
                        group by batch order by batch desc limit :most
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .param("before", before)
                .param("most", most)
                .query((row, _) -> batch(row))
                .list();
    }

    /// All steps of small batches, oldest first.
    List<Step> steps(Collection<Long> batches) {
        return steps.ofBatches(batches);
    }

    /// Of these batches the steps that concern these identities, oldest first.
    List<Step> steps(Collection<Long> batches, Collection<Long> identities) {
        return steps.of(identities, MOST).reversed().stream()
                .filter(s -> batches.contains(s.batch()))
                .toList();
    }

    /// The steps of one batch after a step, oldest first.
    List<Step> steps(long batch, long after, int most) {
        return steps.ofBatch(batch, after, most);
    }

    /// Single steps; those that are not here are left out.
    List<Step> named(Collection<Long> ids) {
        return steps.named(ids);
    }

    private static Batch batch(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Batch(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getInt(6));
    }
}
