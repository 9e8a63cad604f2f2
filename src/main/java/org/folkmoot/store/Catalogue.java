package org.folkmoot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.core.Utils;

/// What a backup holds, as the database itself describes it: every table of every module, in an
/// order in which each comes after those it refers to, and every sequence.
///
/// @param tables schema and name, to the columns that are written (generated ones make themselves)
/// @param sequences schema and name
record Catalogue(LinkedHashMap<String, List<String>> tables, List<String> sequences) {

    /// Not in a backup: what the target's own migrations wrote, and who is signed in.
    private static final Set<String> THE_TARGETS_OWN = Set.of("folkmoot.state");

    static final Set<String> SESSIONS = Set.of("access.session", "access.session_attributes");

    private static final String MIGRATION_HISTORY = ".migration";

    static Catalogue of(Connection owner) throws SQLException {
        var columns = columns(owner);
        var tables = new LinkedHashMap<String, List<String>>();
        var references = references(owner);
        while (tables.size() < columns.size()) {
            var next =
                    columns.keySet().stream()
                            .filter(table -> !tables.containsKey(table))
                            .filter(
                                    table ->
                                            tables.keySet()
                                                    .containsAll(
                                                            references.getOrDefault(
                                                                    table, Set.of())))
                            .sorted()
                            .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle");
            }
            next.forEach(table -> tables.put(table, columns.get(table)));
        }
        SESSIONS.forEach(tables::remove);
        return new Catalogue(tables, sequences(owner));
    }

    private static Map<String, List<String>> columns(Connection owner) throws SQLException {
        var found = new HashMap<String, List<String>>();
        try (var ask =
                owner.prepareStatement(
                        """
                        select n.nspname || '.' || c.relname, a.attname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            join pg_attribute a on a.attrelid = c.oid
                        where n.nspname = any (?) and c.relkind = 'r'
                            and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        order by c.oid, a.attnum
                        """)) {
            ask.setArray(1, modules(owner));
            try (var row = ask.executeQuery()) {
                while (row.next()) {
                    var table = row.getString(1);
                    if (!THE_TARGETS_OWN.contains(table) && !table.endsWith(MIGRATION_HISTORY)) {
                        found.computeIfAbsent(table, _ -> new ArrayList<>()).add(row.getString(2));
                    }
                }
            }
        }
        return found;
    }

    private static Map<String, Set<String>> references(Connection owner) throws SQLException {
        var found = new HashMap<String, Set<String>>();
        try (var ask =
                owner.prepareStatement(
                        """
                        select n.nspname || '.' || c.relname, m.nspname || '.' || d.relname
                        from pg_constraint k
                            join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                            join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
                        where k.contype = 'f' and c.oid <> d.oid and n.nspname = any (?)
                        """)) {
            ask.setArray(1, modules(owner));
            try (var row = ask.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), _ -> new TreeSet<>())
                            .add(row.getString(2));
                }
            }
        }
        return found;
    }

    private static List<String> sequences(Connection owner) throws SQLException {
        try (var ask =
                owner.prepareStatement(
                        """
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = any (?) and c.relkind = 'S' order by 1
                        """)) {
            ask.setArray(1, modules(owner));
            var found = new ArrayList<String>();
            try (var row = ask.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        }
    }

    private static java.sql.Array modules(Connection owner) throws SQLException {
        return owner.createArrayOf("text", Migrations.MODULES.toArray());
    }

    /// `"access"."account" ("id", "email")`, for COPY.
    String target(String table) throws SQLException {
        var columns = new ArrayList<String>();
        for (var column : tables.getOrDefault(table, List.of())) {
            columns.add(quoted(column));
        }
        return name(table) + columns.stream().collect(Collectors.joining(", ", " (", ")"));
    }

    /// `access.account` as SQL names it.
    static String name(String table) throws SQLException {
        var dot = table.indexOf('.');
        return quoted(table.substring(0, dot)) + "." + quoted(table.substring(dot + 1));
    }

    private static String quoted(String identifier) throws SQLException {
        return Utils.escapeIdentifier(null, identifier).toString();
    }
}
