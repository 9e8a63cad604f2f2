package org.folkmoot.sources.refusals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.folkmoot.connectors.Found;
import org.folkmoot.members.Forgotten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What connections brought that could not be used, each once, however often it came.
@Repository
@Transactional
public class Refusals {

    private static final String UNSAID =
            "It names somebody who asked to be forgotten, so it is not kept.";

    private static final int AT_ONCE = 1_000;

    private final JdbcClient db;
    private final Forgotten forgotten;

    Refusals(JdbcClient db, Forgotten forgotten) {
        this.db = db;
        this.forgotten = forgotten;
    }

    /// @param at when it came first
    /// @param raw what the platform said, or the part that was not understood
    public record Row(long id, Instant at, String reason, String raw) {}

    /// Keeps them, but for what names somebody who was forgotten.
    public void keep(long source, List<Found.Refused> refused, Instant now) {
        if (refused.isEmpty()) {
            return;
        }
        var naming = forgotten.naming();
        var reasons = new ArrayList<String>();
        var raws = new ArrayList<String>();
        for (var r : refused) {
            var named = naming.test(r.raw() + " " + r.reason());
            reasons.add(named ? UNSAID : r.reason().replace("\0", ""));
            raws.add(named ? UNSAID : r.raw().replace("\0", ""));
        }
        db.sql(
                        """
                        insert into sources.refused_row (community_id, source_id, at, reason, raw)
                        select folkmoot.community(), :source, :now, n.reason, n.raw
                        from unnest(:reasons::text[], :raws::text[]) with ordinality as n(reason, raw, place)
                        order by n.place
                        on conflict (community_id, source_id, md5(reason), md5(raw)) do nothing
                        """)
                .param("source", source)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reasons", reasons.toArray(String[]::new))
                .param("raws", raws.toArray(String[]::new))
                .update();
    }

    /// All of them, the newest first; never many in memory.
    @Transactional(readOnly = true)
    public void each(long source, Consumer<Row> consumer) {
        for (var rows = page(source, Long.MAX_VALUE, AT_ONCE);
                !rows.isEmpty();
                rows = page(source, rows.getLast().id(), AT_ONCE)) {
            rows.forEach(consumer);
        }
    }

    /// The newest first.
    ///
    /// @param before only those before this id
    @Transactional(readOnly = true)
    List<Row> page(long source, long before, int most) {
        return db.sql(
                        """
                        select id, at, reason, raw from sources.refused_row
                        where community_id = folkmoot.community() and source_id = :source and id < :before
                        order by id desc limit :most
                        """)
                .param("source", source)
                .param("before", before)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Row(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getString(3),
                                        row.getString(4)))
                .list();
    }
}
