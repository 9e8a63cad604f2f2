package org.folkmoot.activity;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.folkmoot.activity.Kind.Counts;
import org.folkmoot.members.Identities;
import org.folkmoot.members.Seen;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what is counted in step with the ledger, in the ledger's own transaction: who was here on
/// which day, and when each person was first and last seen doing what.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Rollups {

    private record Cell(LocalDate day, long identity) {}

    private static final Comparator<Map.Entry<Cell, int[]>> IN_ORDER =
            Comparator.<Map.Entry<Cell, int[]>, LocalDate>comparing(e -> e.getKey().day())
                    .thenComparingLong(e -> e.getKey().identity());

    private final JdbcClient db;
    private final DataSource source;
    private final Identities identities;
    private final Kinds kinds;
    private final Days days;

    Rollups(JdbcClient db, DataSource source, Identities identities, Kinds kinds, Days days) {
        this.db = db;
        this.source = source;
        this.identities = identities;
        this.kinds = kinds;
        this.days = days;
    }

    /// Takes away what was taken of these rows before and adds what they are now.
    ///
    /// @return the identities it concerned
    Set<Long> follow(Collection<Row> touched, java.time.ZoneId zone) {
        days.changed(touched, zone);
        var deltas = new HashMap<Cell, int[]>();
        var added = new LinkedHashMap<Long, List<Row.Taken>>();
        var lessened = new TreeSet<Long>();
        var table = kinds.here();
        for (var row : touched) {
            var before = row.before;
            var after = row.taken();
            if (before != null && before.equals(after)) {
                continue;
            }
            if (before != null) {
                shift(deltas, before, table, -1);
                lessened.add(before.identity());
            }
            if (after != null) {
                shift(deltas, after, table, 1);
                added.computeIfAbsent(after.identity(), _ -> new ArrayList<>()).add(after);
            }
        }
        deltas.values().removeIf(d -> d[0] == 0 && d[1] == 0 && d[2] == 0 && d[3] == 0);
        presence(deltas, !lessened.isEmpty());
        var people = new TreeSet<>(lessened);
        people.addAll(added.keySet());
        added.keySet().removeAll(lessened);
        if (!added.isEmpty()) {
            identities.saw(
                    added.entrySet().stream().map(e -> seen(e.getKey(), e.getValue())).toList());
        }
        if (!lessened.isEmpty()) {
            recount(lessened);
        }
        return people;
    }

    /// Works out all days and the whole daily rollup of the community anew from its ledger. Hold
    /// the ledger's lock.
    void rebuild(java.time.ZoneId zone) {
        days.allChanged();
        db.sql(
                        """
                        update activity.activity set day = (at at time zone :zone)::date
                        where community_id = folkmoot.community() and day <> (at at time zone :zone)::date
                        """)
                .param("zone", zone.getId())
                .update();
        db.sql("delete from activity.presence where community_id = folkmoot.community()").update();
        var table = kinds.here();
        var all = List.of(Kind.values());
        db.sql(
                        """
                        insert into activity.presence (community_id, day, identity_id, activities, active, contributions, content)
                        select a.community_id, a.day, a.identity_id, count(*), count(*) filter (where w.active),
                            count(*) filter (where w.contribution), count(*) filter (where w.content and a.parent_external is null)
                        from activity.activity a
                        join unnest(:kinds::text[], :active::boolean[], :contribution::boolean[], :content::boolean[])
                            w(kind, active, contribution, content) on w.kind = a.kind
                        where a.community_id = folkmoot.community() and a.counted and a.identity_id is not null
                        group by a.community_id, a.day, a.identity_id
                        """)
                .param("kinds", all.stream().map(Kind::key).toArray(String[]::new))
                .param(
                        "active",
                        all.stream()
                                .map(k -> table.counts(k, Counts.ACTIVE))
                                .toArray(Boolean[]::new))
                .param(
                        "contribution",
                        all.stream()
                                .map(k -> table.counts(k, Counts.CONTRIBUTION))
                                .toArray(Boolean[]::new))
                .param(
                        "content",
                        all.stream()
                                .map(k -> table.counts(k, Counts.CONTENT))
                                .toArray(Boolean[]::new))
                .update();
    }

    /// When each of these identities was first and last here doing what, by the ledger.
    void recount(Collection<Long> ids) {
        identities.recount(fromLedger(ids));
    }

    private static void shift(Map<Cell, int[]> deltas, Row.Taken taken, Kinds.Table table, int by) {
        var cell = deltas.computeIfAbsent(new Cell(taken.day(), taken.identity()), _ -> new int[4]);
        cell[0] += by;
        cell[1] += table.counts(taken.kind(), Counts.ACTIVE) ? by : 0;
        cell[2] += table.counts(taken.kind(), Counts.CONTRIBUTION) ? by : 0;
        cell[3] += taken.top() && table.counts(taken.kind(), Counts.CONTENT) ? by : 0;
    }

    private void presence(Map<Cell, int[]> deltas, boolean lessened) {
        if (deltas.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        create temporary table shifted (day date, identity_id bigint, activities integer, active integer,
                            contributions integer, content integer) on commit drop
                        """)
                .update();
        CopyIn.into(
                source,
                "shifted",
                rows -> deltas.entrySet().stream().sorted(IN_ORDER).forEach(e -> shifted(rows, e)));
        db.sql(
                        """
                        insert into activity.presence as p (community_id, day, identity_id, activities, active, contributions, content)
                        select folkmoot.community(), day, identity_id, activities, active, contributions, content from shifted
                        on conflict (community_id, day, identity_id) do update set
                            activities = p.activities + excluded.activities, active = p.active + excluded.active,
                            contributions = p.contributions + excluded.contributions, content = p.content + excluded.content
                        """)
                .update();
        if (lessened) {
            db.sql(
                            """
                            delete from activity.presence p using shifted s
                            where p.community_id = folkmoot.community() and p.day = s.day
                                and p.identity_id = s.identity_id and p.activities = 0
                            """)
                    .update();
        }
        db.sql("drop table shifted").update();
    }

    private static void shifted(CopyIn rows, Map.Entry<Cell, int[]> delta) {
        var d = delta.getValue();
        rows.row(delta.getKey().day(), delta.getKey().identity(), d[0], d[1], d[2], d[3]);
    }

    private static Seen seen(long identity, List<Row.Taken> taken) {
        var did = new HashMap<String, Seen.Times>();
        var first = taken.getFirst().at();
        var last = first;
        for (var t : taken) {
            first = t.at().isBefore(first) ? t.at() : first;
            last = t.at().isAfter(last) ? t.at() : last;
            did.merge(
                    t.kind().key(),
                    new Seen.Times(1, t.at()),
                    (a, b) ->
                            new Seen.Times(
                                    a.times() + b.times(),
                                    a.last().isAfter(b.last()) ? a.last() : b.last()));
        }
        return new Seen(identity, first, last, taken.size(), did);
    }

    private List<Seen> fromLedger(Collection<Long> ids) {
        var all = new LinkedHashMap<Long, Seen>();
        ids.forEach(id -> all.put(id, new Seen(id, null, null, 0, Map.of())));
        db.sql(
                        """
                        select identity_id, kind, count(*)::integer, min(at), max(at) from activity.activity
                        where community_id = folkmoot.community() and identity_id = any(:ids) and counted
                        group by identity_id, kind
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query(
                        (row, _) -> {
                            var first = row.getObject(4, OffsetDateTime.class).toInstant();
                            var last = row.getObject(5, OffsetDateTime.class).toInstant();
                            var times =
                                    Map.of(row.getString(2), new Seen.Times(row.getInt(3), last));
                            return all.merge(
                                    row.getLong(1),
                                    new Seen(row.getLong(1), first, last, row.getInt(3), times),
                                    Seen::and);
                        })
                .list();
        return List.copyOf(all.values());
    }
}
