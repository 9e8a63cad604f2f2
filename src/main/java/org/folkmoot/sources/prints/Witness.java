package org.folkmoot.sources.prints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Remembers what each connection said last, so that what changed and what came back is seen on any
/// platform, in the transaction in which its page is kept. See [Prints].
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Witness {

    private final JdbcClient db;

    Witness(JdbcClient db) {
        this.db = db;
    }

    /// What one pull brought.
    ///
    /// @param more whether its round goes on
    /// @param asked when it began
    public List<Found> pulled(long source, List<Found> page, boolean more, Instant asked) {
        var round =
                db.sql(
                                """
                                update sources.source set round = case when :more then round else round + 1 end
                                where community_id = folkmoot.community() and id = :source
                                returning case when :more then round else round - 1 end
                                """)
                        .param("more", more)
                        .param("source", source)
                        .query(Long.class)
                        .optional();
        return seen(source, List.of(new Said(page, asked)), round.orElse(1L));
    }

    /// What calls told, in the order in which they came.
    public List<Found> called(long source, List<Said> told) {
        return seen(source, told, 0);
    }

    /// What was told at once, and when.
    public record Said(List<Found> page, Instant at) {}

    private List<Found> seen(long source, List<Said> said, long round) {
        var things = new HashSet<Long>();
        said.forEach(one -> one.page().forEach(found -> note(things, Saying.thing(found))));
        var prints = new Prints(of(source, things), round);
        var all = new ArrayList<Found>();
        for (var one : said) {
            all.addAll(prints.dated(one.page(), one.at().truncatedTo(ChronoUnit.MICROS)));
        }
        keep(source, prints.fresh());
        return all;
    }

    private static void note(Collection<Long> things, @Nullable Long thing) {
        if (thing != null) {
            things.add(thing);
        }
    }

    private Map<Prints.Key, Print> of(long source, Collection<Long> things) {
        var all = new HashMap<Prints.Key, Print>();
        if (!things.isEmpty()) {
            db.sql(
                            """
                            select thing, called, fields, told_at, since, heard_at, round from sources.print
                            where community_id = folkmoot.community() and source_id = :source and thing = any(:things)
                            """)
                    .param("source", source)
                    .param("things", things.toArray(Long[]::new))
                    .query(
                            (row, _) ->
                                    all.put(
                                            new Prints.Key(row.getLong(1), row.getBoolean(2)),
                                            read(row)))
                    .list();
        }
        return all;
    }

    private static Print read(ResultSet row) throws SQLException {
        return new Print(
                Print.unpacked(row.getBytes(3)),
                time(row, 4),
                time(row, 5),
                Objects.requireNonNull(time(row, 6)),
                row.getLong(7));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private void keep(long source, Map<Prints.Key, Print> prints) {
        if (prints.isEmpty()) {
            return;
        }
        var keys = prints.keySet().stream().sorted(Prints.Key.ORDER).toList();
        var rows = keys.stream().map(key -> Objects.requireNonNull(prints.get(key))).toList();
        db.sql(
                        """
                        insert into sources.print (community_id, source_id, thing, called, fields, told_at, since, heard_at, round)
                        select folkmoot.community(), :source, * from unnest(:things::bigint[], :called::boolean[],
                            :fields::bytea[], :told::timestamptz[], :since::timestamptz[], :heard::timestamptz[], :rounds::bigint[])
                        on conflict (community_id, source_id, thing, called) do update set fields = excluded.fields,
                            told_at = excluded.told_at, since = excluded.since, heard_at = excluded.heard_at, round = excluded.round
                        """)
                .param("source", source)
                .param("things", keys.stream().map(Prints.Key::thing).toArray(Long[]::new))
                .param("called", keys.stream().map(Prints.Key::called).toArray(Boolean[]::new))
                .param("fields", rows.stream().map(Print::packed).toArray(byte[][]::new))
                .param("told", times(rows, Print::told))
                .param("since", times(rows, Print::since))
                .param("heard", times(rows, Print::heard))
                .param("rounds", rows.stream().map(Print::round).toArray(Long[]::new))
                .update();
    }

    private static @Nullable String[] times(
            List<Print> rows, Function<Print, @Nullable Instant> time) {
        return rows.stream()
                .map(row -> time.apply(row) == null ? null : String.valueOf(time.apply(row)))
                .toArray(String[]::new);
    }
}
