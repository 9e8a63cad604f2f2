package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each module's tables are its own: others read `report_` views, if they may know it at all.
class SqlOwnershipTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /// The bench compares the ledger with a bare copy of its rows, so it has to look inside.
    private static final String MEASURING = "bench";

    private static final Pattern USE =
            Pattern.compile(
                    "(?i)\\b(from|join|into|update|delete\\s+from|copy|truncate|using|table)\\s+(?:only\\s+)?([a-z]+)\\.([a-z_]+)");
    private static final Pattern MADE =
            Pattern.compile(
                    "(?i)\\b(?:create|alter)\\s+(?:or\\s+replace\\s+)?(?:table|view|materialized view|sequence|function|procedure|type)\\s+([a-z]+)\\.([a-z_]+)");

    @Test
    void aModuleNamesItsOwnTablesAndReportViewsOfThoseItMayKnow() throws IOException {
        var schemas = schemas();
        var trespasses = new ArrayList<String>();
        var seen = 0;
        for (var source : Source.java()) {
            var uses = USE.matcher(source.text());
            while (uses.find()) {
                var schema = uses.group(2).toLowerCase(Locale.ROOT);
                if (!schemas.contains(schema) || source.module().equals(MEASURING)) {
                    continue;
                }
                seen++;
                var read = Set.of("from", "join").contains(uses.group(1).toLowerCase(Locale.ROOT));
                var report = read && uses.group(3).startsWith("report_");
                if (!schema.equals(source.module())
                        && !(schema.equals("folkmoot") && source.module().equals("store"))
                        && !(report && mayKnow(source.module(), schema))) {
                    trespasses.add(source + ": " + uses.group());
                }
            }
        }
        assertThat(trespasses).isEmpty();
        assertThat(seen).as("statements looked at").isGreaterThan(100);
    }

    @Test
    void aModulesMigrationsMakeOnlyItsOwnTables() throws IOException {
        var seen = 0;
        for (var schema : schemas()) {
            for (var migration : Source.all(MIGRATIONS.resolve(schema).toString(), ".sql")) {
                var made = MADE.matcher(migration.text());
                while (made.find()) {
                    seen++;
                    assertThat(made.group(1)).as(migration + ": " + made.group()).isEqualTo(schema);
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    private static boolean mayKnow(String module, String other) {
        return Source.java().stream()
                .filter(s -> s.path().endsWith(Path.of(module, "package-info.java")))
                .anyMatch(s -> s.text().contains("\"" + other + "\""));
    }

    private static Set<String> schemas() throws IOException {
        try (var folders = Files.list(MIGRATIONS)) {
            return folders.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
