package org.folkmoot.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.metrics.History.Account;
import org.folkmoot.metrics.History.Act;
import org.folkmoot.metrics.History.Person;
import org.folkmoot.metrics.History.Place;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.JdbcTemplate;

/// Reads what the tables hold into a history, for naive counting. Within the community's own
/// transaction.
@NullUnmarked
final class Ledgered {

    private record Told(Act act, Long parent) {}

    private Ledgered() {}

    static History read(JdbcTemplate db, ZoneId zone) {
        var history = new History(zone);
        var people = new HashMap<Long, Person>();
        db.query(
                "select id, coalesce(role_by_hand, role), first_seen, left_at, back_at from members.member",
                row -> {
                    people.put(row.getLong(1), person(row));
                });
        history.people.addAll(people.values());
        var accounts = new HashMap<Long, Account>();
        db.query(
                "select id, member_id, platform, external_id from members.identity",
                row -> {
                    accounts.put(
                            row.getLong(1),
                            new Account(
                                    row.getLong(1),
                                    people.get(row.getLong(2)),
                                    row.getString(3),
                                    row.getString(4),
                                    null,
                                    null,
                                    null));
                });
        history.accounts.addAll(accounts.values());
        var places = new HashMap<Long, Place>();
        db.query(
                "select p.id, s.platform, p.style from activity.place p join activity.source s on s.id = p.source_id",
                row -> {
                    places.put(
                            row.getLong(1),
                            new Place(row.getLong(1), row.getString(2), row.getString(3)));
                });
        history.places.addAll(places.values());
        var told = new HashMap<Long, Told>();
        db.query(
                """
                select id, kind, identity_id, place_id, parent_id, parent_external, at, counted, starts, mentions,
                    coalesce(facts->>'views', facts->>'view_count')
                from activity.activity
                """,
                row -> {
                    told.put(row.getLong(1), told(row, accounts, places));
                    if (row.getString(11) != null) {
                        history.views.put(row.getLong(1), Long.parseLong(row.getString(11)));
                    }
                });
        var acts = new HashMap<Long, Act>();
        told.keySet().stream().sorted().forEach(id -> history.acts.add(act(id, told, acts)));
        return history;
    }

    /// Nobody leaves before they came, or is back before they left.
    private static Person person(ResultSet row) throws SQLException {
        var first = instant(row, 3);
        var left = instant(row, 4);
        var back = instant(row, 5);
        return new Person(
                row.getLong(1),
                row.getString(2),
                first,
                left != null && first != null && left.isBefore(first) ? first : left,
                left != null && back != null && back.isAfter(left) ? back : null,
                List.of());
    }

    private static Told told(ResultSet row, Map<Long, Account> accounts, Map<Long, Place> places)
            throws SQLException {
        long parent = row.getLong(5);
        boolean hangs = !row.wasNull();
        return new Told(
                new Act(
                        row.getLong(1),
                        Kind.of(row.getString(2)),
                        accounts.get(row.getLong(3)),
                        places.get(row.getLong(4)),
                        null,
                        !hangs && row.getString(6) != null,
                        instant(row, 7),
                        row.getBoolean(8),
                        row.getBoolean(9),
                        Arrays.asList((String[]) row.getArray(10).getArray())),
                hangs ? parent : null);
    }

    private static Act act(Long id, Map<Long, Told> told, Map<Long, Act> acts) {
        var known = acts.get(id);
        if (known != null) {
            return known;
        }
        var t = told.get(id);
        var a = t.act();
        var act =
                t.parent() == null
                        ? a
                        : new Act(
                                a.id(),
                                a.kind(),
                                a.by(),
                                a.place(),
                                act(t.parent(), told, acts),
                                false,
                                a.at(),
                                a.counted(),
                                a.starts(),
                                a.mentions());
        acts.put(id, act);
        return act;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
