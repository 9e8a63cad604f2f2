package org.folkmoot.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.activity.Kind.Counts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What each kind weighs and counts as in a community: the default table unless the team changed
/// it.
@Repository
@Transactional
public class Kinds {

    /// One kind's row of the table.
    public record Worth(int weight, boolean active, boolean contribution, boolean content) {

        static Worth byDefault(Kind kind) {
            return new Worth(
                    kind.weight(),
                    kind.counts(Counts.ACTIVE),
                    kind.counts(Counts.CONTRIBUTION),
                    kind.counts(Counts.CONTENT));
        }

        /// The row in one word, to tell whether somebody touched it.
        String key() {
            return "%d-%b-%b-%b".formatted(weight, active, contribution, content);
        }
    }

    /// What a kind was set to, when and by whom.
    public record Change(Kind kind, Instant since, Worth worth, String by) {}

    /// The whole table as it holds now.
    public record Table(Map<Kind, Worth> worth) {

        public Worth of(Kind kind) {
            return worth.getOrDefault(kind, Worth.byDefault(kind));
        }

        public boolean counts(Kind kind, Counts as) {
            var w = worth.getOrDefault(kind, Worth.byDefault(kind));
            return switch (as) {
                case ACTIVE -> w.active();
                case CONTRIBUTION -> w.contribution();
                case CONTENT -> w.content();
            };
        }
    }

    private final JdbcClient db;

    Kinds(JdbcClient db) {
        this.db = db;
    }

    /// Sets what a kind is worth from now on; what held before stays as its history.
    public void set(Kind kind, Worth worth, String by) {
        db.sql(
                        """
                        insert into activity.kind_weight (community_id, kind, since, weight, active, contribution, content, by)
                        values (folkmoot.community(), :kind, clock_timestamp(), :weight, :active, :contribution, :content, :by)
                        """)
                .param("kind", kind.key())
                .param("weight", worth.weight())
                .param("active", worth.active())
                .param("contribution", worth.contribution())
                .param("content", worth.content())
                .param("by", by)
                .update();
    }

    /// The latest first.
    @Transactional(readOnly = true)
    public List<Change> history(int most) {
        return db.sql(
                        """
                        select kind, since, weight, active, contribution, content, by from activity.kind_weight
                        where community_id = folkmoot.community() order by since desc, kind limit :most
                        """)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Change(
                                        Kind.of(row.getString(1)),
                                        Objects.requireNonNull(Item.instant(row, 2)),
                                        new Worth(
                                                row.getInt(3),
                                                row.getBoolean(4),
                                                row.getBoolean(5),
                                                row.getBoolean(6)),
                                        row.getString(7)))
                .list();
    }

    @Transactional(readOnly = true)
    public Table here() {
        return table(null);
    }

    /// The table as it held just before that time.
    @Transactional(readOnly = true)
    public Table before(Instant at) {
        return table(at);
    }

    private Table table(@Nullable Instant before) {
        var table = new EnumMap<Kind, Worth>(Kind.class);
        for (var kind : Kind.values()) {
            table.put(kind, Worth.byDefault(kind));
        }
        db.sql(
                        """
                        select distinct on (kind) kind, weight, active, contribution, content from activity.kind_weight
                        where community_id = folkmoot.community() and since < coalesce(:before::timestamptz, 'infinity')
                        order by kind, since desc
                        """)
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .query(
                        (row, _) ->
                                table.put(
                                        Kind.of(row.getString(1)),
                                        new Worth(
                                                row.getInt(2),
                                                row.getBoolean(3),
                                                row.getBoolean(4),
                                                row.getBoolean(5))))
                .list();
        return new Table(table);
    }
}
