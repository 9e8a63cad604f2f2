package org.folkmoot.metrics;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Works single days out from the ledger: who was active, what was begun, and what came of it.
@Repository
class DayMaking {

    static final String MICROS = "(extract(epoch from %s) * 1000000)::bigint";

    private final JdbcClient db;

    DayMaking(JdbcClient db) {
        this.db = db;
    }

    /// Who was active on each of these days, packed: accounts by number, each with whether they
    /// contributed.
    Map<LocalDate, byte[]> presence(List<LocalDate> days) {
        var writers = new HashMap<LocalDate, Packed.Writer>();
        var last = new HashMap<LocalDate, Long>();
        db.sql(
                        """
                        select day, identity_id, contributions > 0 from activity.report_presence
                        where community_id = :here and day = any(cast(:days as date[])) and active > 0
                        order by day, identity_id
                        """)
                .param("here", Here.community().value())
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .withFetchSize(5000)
                .query(
                        row -> {
                            var day = row.getObject(1, LocalDate.class);
                            long account = row.getLong(2);
                            long gap = account - last.getOrDefault(day, 0L);
                            last.put(day, account);
                            writers.computeIfAbsent(day, _ -> new Packed.Writer())
                                    .count(gap << 1 | (row.getBoolean(3) ? 1 : 0));
                        });
        return packed(days, day -> writers.containsKey(day) ? writers.get(day).bytes() : null);
    }

    private static Map<LocalDate, byte[]> packed(
            List<LocalDate> days, Function<LocalDate, byte @Nullable []> of) {
        var bodies = new HashMap<LocalDate, byte[]>();
        for (var day : days) {
            var body = of.apply(day);
            bodies.put(day, body == null ? new byte[0] : body);
        }
        return bodies;
    }

    /// What was begun on each of these days, packed, in the order of time.
    ///
    /// @param content the kinds that count as content, as an SQL list
    Map<LocalDate, byte[]> talk(List<LocalDate> days, ZoneId zone, String content) {
        var guesses = guesses(days, zone);
        var roots = new HashMap<LocalDate, List<Root>>();
        var current = new Current();
        asked(
                        days,
                        zone,
                        """
                        select a.id, a.kind, i.platform, a.identity_id, a.place_id, %1$s, a.starts,
                               a.parent_external is null and a.kind in %3$s, r.identity_id, %2$s, r.kind in %4$s, a.views,
                               case when a.told <> 'message' or a.parent_external is not null or p.style = 'forum'
                                       or coalesce(nullif(a.title, ''), nullif(a.text, '')) is null then 0
                                   when j.activity_id is null then 1 else 2 end
                        from span s
                        cross join lateral (
                            select a.* from activity.report_activity a
                            where a.community_id = :here and a.counted and a.at >= s.a and a.at < s.b
                              and (a.starts or (a.parent_external is null and a.kind in %3$s)) offset 0) a
                        join members.report_account i on i.community_id = :here and i.identity_id = a.identity_id
                        left join activity.report_place p on p.community_id = :here and p.place_id = a.place_id
                        left join listening.report_judged j on j.community_id = :here and j.activity_id = a.id
                        left join lateral (
                            select r.identity_id, r.at, r.kind, r.id from activity.report_activity r
                            where r.community_id = :here and r.thread_id = a.id and r.thread_id <> r.id and r.counted
                              and r.identity_id is not null
                              and (r.kind in %4$s or (r.kind in %5$s and r.parent_id = a.id)) offset 0) r on true
                        order by a.at, a.id, r.at, r.id
                        """
                                .formatted(
                                        MICROS.formatted("a.at"),
                                        MICROS.formatted("r.at"),
                                        content,
                                        CountedKinds.REPLIES,
                                        CountedKinds.RESPONSES))
                .withFetchSize(5000)
                .query(
                        row -> {
                            long id = row.getLong(1);
                            var root = current.root;
                            if (root == null || current.id != id) {
                                root = root(row, guesses.getOrDefault(id, List.of()));
                                current.id = id;
                                current.root = root;
                                var day =
                                        Instant.ofEpochSecond(Math.floorDiv(root.at(), 1_000_000))
                                                .atZone(zone)
                                                .toLocalDate();
                                roots.computeIfAbsent(day, _ -> new ArrayList<>()).add(root);
                            }
                            long who = row.getLong(9);
                            if (!row.wasNull()) {
                                root.deeds()
                                        .add(
                                                new Root.Deed(
                                                        who, row.getLong(10), row.getBoolean(11)));
                            }
                        });
        return packed(days, day -> Root.pack(roots.getOrDefault(day, List.of())));
    }

    private static final class Current {
        private long id;
        private @Nullable Root root;
    }

    private static Root root(ResultSet row, List<Root.Guess> guesses) throws SQLException {
        return new Root(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getBoolean(7),
                row.getBoolean(8),
                Root.Told.values()[row.getInt(13)],
                views(row),
                new ArrayList<>(),
                guesses);
    }

    private static long views(ResultSet row) throws SQLException {
        long views = row.getLong(12);
        return row.wasNull() ? -1 : views;
    }

    /// By what was asked: what was said in the same chat within half an hour. A place of which is
    /// not yet known what it is may turn out to be a chat.
    private Map<Long, List<Root.Guess>> guesses(List<LocalDate> days, ZoneId zone) {
        var guesses = new HashMap<Long, List<Root.Guess>>();
        asked(
                        days,
                        zone,
                        """
                        select q.id, m.identity_id, %1$s, m.straight, k.known, k.unknown, p.source
                        from span s
                        cross join lateral (
                            select a.id, a.at, a.place_id from activity.report_activity a
                            where a.community_id = :here and a.starts and a.counted and a.at >= s.a and a.at < s.b offset 0) q
                        join activity.report_place p on p.community_id = :here and p.place_id = q.place_id and p.style in ('chat', 'other')
                        left join lateral (
                            select n.at, n.id from activity.report_activity n
                            where n.community_id = :here and n.starts and n.counted and n.place_id = q.place_id
                              and n.at >= q.at and n.at <= q.at + interval '30 minutes' and (n.at, n.id) > (q.at, q.id)
                            order by n.at, n.id limit 1) n on true
                        cross join lateral (
                            select m.identity_id, m.at, m.id, m.mentions, n.id is null or (m.at, m.id) <= (n.at, n.id) as straight
                            from activity.report_activity m
                            where m.community_id = :here and m.place_id = q.place_id and m.parent_external is null and m.counted
                              and m.kind in %2$s and m.identity_id is not null
                              and m.at >= q.at and m.at <= q.at + interval '30 minutes' and (m.at, m.id) > (q.at, q.id) offset 0) m
                        left join lateral (
                            select array_agg(o.identity_id) filter (where o.identity_id is not null) as known,
                                   array_agg(u.external_id) filter (where o.identity_id is null) as unknown
                            from unnest(m.mentions) u(external_id)
                            left join members.report_account o
                                on o.community_id = :here and o.source = p.source and o.external_id = u.external_id) k on not m.straight
                        where m.straight or m.mentions <> '{}'
                        order by q.id, m.at, m.id
                        """
                                .formatted(MICROS.formatted("m.at"), CountedKinds.SAYINGS))
                .query(
                        row -> {
                            guesses.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                    .add(guess(row));
                        });
        return guesses;
    }

    private static Root.Guess guess(ResultSet row) throws SQLException {
        var unknown = new ArrayList<Root.Name>();
        for (var external : strings(row.getArray(6))) {
            unknown.add(new Root.Name(row.getString(7), external));
        }
        return new Root.Guess(
                row.getLong(2), row.getLong(3), row.getBoolean(4), longs(row.getArray(5)), unknown);
    }

    private static List<Long> longs(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /// With the times between which these days lie, days in a row as one.
    StatementSpec asked(List<LocalDate> days, ZoneId zone, String sql) {
        var from = new ArrayList<OffsetDateTime>();
        var to = new ArrayList<OffsetDateTime>();
        for (int i = 0; i < days.size(); i++) {
            if (i == 0 || !days.get(i).equals(days.get(i - 1).plusDays(1))) {
                from.add(start(days.get(i), zone));
            }
            if (i + 1 == days.size() || !days.get(i + 1).equals(days.get(i).plusDays(1))) {
                to.add(start(days.get(i).plusDays(1), zone));
            }
        }
        return db.sql(
                        "with span as (select * from unnest(cast(:froms as timestamptz[]), cast(:tos as timestamptz[])) s(a, b)) "
                                + sql)
                .param("here", Here.community().value())
                .param("froms", from.stream().map(OffsetDateTime::toString).toArray(String[]::new))
                .param("tos", to.stream().map(OffsetDateTime::toString).toArray(String[]::new));
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}
