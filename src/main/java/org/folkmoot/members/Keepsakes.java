package org.folkmoot.members;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.folkmoot.access.Colleagues;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes keepers of tables: one statement a page and type, however many lines.
@Component
public class Keepsakes {

    private final JdbcClient db;
    private final Colleagues colleagues;
    private final KeepsakeRows rows;
    private final Forgotten forgotten;

    Keepsakes(JdbcClient db, Colleagues colleagues, KeepsakeRows rows, Forgotten forgotten) {
        this.db = db;
        this.colleagues = colleagues;
        this.rows = rows;
        this.forgotten = forgotten;
    }

    /// @param turn before or after the ledger: lines that name activities must come after it
    /// @param all in the order in which they are written and taken
    public Keeper keeper(PeopleArchive.Turn turn, int order, Keepsake... all) {
        return new Tables(turn, order, List.of(all));
    }

    private final class Tables implements Keeper {

        private final PeopleArchive.Turn turn;
        private final int order;
        private final List<Keepsake> all;

        Tables(PeopleArchive.Turn turn, int order, List<Keepsake> all) {
            this.turn = turn;
            this.order = order;
            this.all = all;
        }

        @Override
        public PeopleArchive.Turn turn() {
            return turn;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public Set<String> types() {
            return all.stream().map(Keepsake::type).collect(Collectors.toSet());
        }

        @Override
        public void lines(Consumer<Map<String, Object>> line) {
            all.forEach(kind -> rows.of(kind, line));
        }

        @Override
        public Optional<String> take(JsonNode row, Named named) {
            return take(List.of(row), named).stream().map(Unkept::why).findFirst();
        }

        @Override
        public List<Unkept> take(List<JsonNode> page, Named named) {
            var unkept = new ArrayList<Unkept>();
            var here = new Keepsake.Here(named, mates(), forgotten.addresses());
            for (var kind : all) {
                var mine = page.stream().filter(r -> kind.type().equals(type(r))).toList();
                put(kind, read(kind, mine, here, unkept), unkept);
            }
            return unkept;
        }
    }

    private static String type(JsonNode row) {
        return row.path("type").asString("");
    }

    /// What is to be kept, with the lines it stands in; a line that stands there twice is one.
    private static Map<Map<String, @Nullable Object>, JsonNode> read(
            Keepsake kind,
            Collection<JsonNode> lines,
            Keepsake.Here here,
            Collection<Keeper.Unkept> unkept) {
        var read = new LinkedHashMap<Map<String, @Nullable Object>, JsonNode>();
        for (var row : lines) {
            try {
                read.putIfAbsent(kind.read(row, here), row);
            } catch (Keepsake.Nobody _) {
                // as if the line were not there
            } catch (Refusal.Unusable e) {
                unkept.add(new Keeper.Unkept(row, String.valueOf(e.getMessage())));
            }
        }
        return read;
    }

    private void put(
            Keepsake kind,
            Map<Map<String, @Nullable Object>, JsonNode> read,
            Collection<Keeper.Unkept> unkept) {
        var rows = new ArrayList<>(read.keySet());
        var unless = kind.unless();
        if (unless != null && !rows.isEmpty()) {
            for (int n = 0; n < rows.size(); n++) {
                var numbered = new LinkedHashMap<>(rows.get(n));
                numbered.put("n", n);
                rows.set(n, numbered);
            }
            var lines = List.copyOf(read.values());
            var not = db.sql(unless.sql()).param("rows", json(rows)).query(Integer.class).set();
            not.forEach(n -> unkept.add(new Keeper.Unkept(lines.get(n), unless.why())));
            rows.removeIf(row -> row.get("n") instanceof Integer n && not.contains(n));
        }
        if (!rows.isEmpty()) {
            db.sql(kind.in()).param("rows", json(rows)).update();
        }
    }

    private static String json(List<Map<String, @Nullable Object>> rows) {
        return JsonMapper.shared().writeValueAsString(rows);
    }

    private Map<String, Long> mates() {
        var mates = new HashMap<String, Long>();
        var twice = new HashSet<String>();
        for (var mate : colleagues.all()) {
            if (mates.put(mate.name(), mate.account()) != null) {
                twice.add(mate.name());
            }
        }
        mates.keySet().removeAll(twice);
        return mates;
    }
}
