package org.folkmoot.sources;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What platforms still allow, kept so that a restart does not forget it.
@Repository
@Transactional
class Budgets {

    private final JdbcClient db;

    Budgets(JdbcClient db) {
        this.db = db;
    }

    /// By lane.
    @Transactional(readOnly = true)
    Map<String, Budget> of(String bucket) {
        var all = new HashMap<String, Budget>();
        db.sql(
                        """
                        select lane, remaining, most, resets_at, closed_until from sources.budget
                        where community_id = folkmoot.community() and bucket = :bucket
                        """)
                .param("bucket", bucket)
                .query(
                        (row, _) ->
                                all.put(
                                        row.getString(1),
                                        new Budget(
                                                row.getObject(2, Long.class),
                                                row.getObject(3, Long.class),
                                                at(row.getObject(4, OffsetDateTime.class)),
                                                at(row.getObject(5, OffsetDateTime.class)))))
                .list();
        return all;
    }

    void keep(String bucket, Map<String, Budget> lanes) {
        lanes.forEach(
                (lane, budget) ->
                        db.sql(
                                        """
                                        insert into sources.budget as b (community_id, bucket, lane, remaining, most, resets_at, closed_until)
                                        values (folkmoot.community(), :bucket, :lane, :remaining, :most, :resets, :closed)
                                        on conflict (community_id, bucket, lane) do update set remaining = excluded.remaining,
                                            most = excluded.most, resets_at = excluded.resets_at, closed_until = excluded.closed_until
                                        where (b.remaining, b.most, b.resets_at, b.closed_until) is distinct from
                                            (excluded.remaining, excluded.most, excluded.resets_at, excluded.closed_until)
                                        """)
                                .param("bucket", bucket)
                                .param("lane", lane)
                                .param("remaining", budget.remaining())
                                .param("most", budget.most())
                                .param("resets", at(budget.resetsAt()))
                                .param("closed", at(budget.closedUntil()))
                                .update());
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
