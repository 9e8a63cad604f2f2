package org.folkmoot.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.access.Colleagues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads a table as lines of an export, through a cursor.
@Repository
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
class KeepsakeRows {

    private static final int AT_A_TIME = 1000;

    private final JdbcClient db;
    private final Colleagues colleagues;
    private final ObjectProvider<LedgerNames> ledger;

    KeepsakeRows(JdbcClient db, Colleagues colleagues, ObjectProvider<LedgerNames> ledger) {
        this.db = db;
        this.colleagues = colleagues;
        this.ledger = ledger;
    }

    void of(Keepsake kind, Consumer<Map<String, Object>> line) {
        var some = new ArrayList<Map<String, Object>>();
        db.sql(kind.out())
                .withFetchSize(AT_A_TIME)
                .query(
                        row -> {
                            some.add(line(kind.type(), row));
                            if (some.size() == AT_A_TIME) {
                                tell(some, line);
                            }
                        });
        tell(some, line);
    }

    private static Map<String, Object> line(String type, ResultSet row) throws SQLException {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", type);
        var columns = row.getMetaData();
        for (int c = 1; c <= columns.getColumnCount(); c++) {
            var value = Cell.of(row, c, columns.getColumnTypeName(c));
            if (value != null) {
                put(line, columns.getColumnLabel(c), value);
            }
        }
        return line;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> line, String label, Object value) {
        var dot = label.indexOf('.');
        if (dot < 0) {
            line.put(label, value);
        } else {
            var inside =
                    line.computeIfAbsent(
                            label.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
            ((Map<String, Object>) inside).put(label.substring(dot + 1), value);
        }
    }

    /// Puts names in place of the ids of activities and teammates, one look-up for all of them.
    private void tell(List<Map<String, Object>> lines, Consumer<Map<String, Object>> line) {
        var ids = new ArrayList<Long>();
        var mates = new HashMap<Long, String>();
        for (var one : lines) {
            one.forEach(
                    (label, value) -> {
                        if (label.endsWith("#")) {
                            ids.add((Long) value);
                        } else if (label.endsWith("@") && mates.isEmpty()) {
                            colleagues.all().forEach(c -> mates.put(c.account(), c.name()));
                        }
                    });
        }
        var names = ids.isEmpty() ? Map.<Long, Told.Key>of() : ledger.getObject().names(ids);
        for (var one : lines) {
            var named = new LinkedHashMap<String, Object>();
            var gone = new boolean[1];
            one.forEach(
                    (label, value) -> {
                        var bare = label.substring(0, label.length() - 1);
                        if (label.endsWith("@")) {
                            var mate = mates.get((Long) value);
                            gone[0] |= mate == null;
                            named.put(bare, mate == null ? "" : mate);
                        } else if (!label.endsWith("#")) {
                            named.put(label, value);
                        } else if (names.get((Long) value) instanceof Told.Key key) {
                            named.put(bare, PeopleArchive.account(key.source(), key.id()));
                        }
                    });
            if (!gone[0]) {
                line.accept(named);
            }
        }
        lines.clear();
    }
}
