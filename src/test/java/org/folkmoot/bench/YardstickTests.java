package org.folkmoot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// DuckDB asked the questions of `LedgerYardstick`, over the same rows in columns of its own. With
/// `-Dfolkmoot.yardstick=FOLDER` over the rows that `bench metrics` left there.
class YardstickTests {

    @TempDir Path folder;

    @Test
    void duckDbAnswersTheQuestionsOfTheLedger() throws Exception {
        Assumptions.assumeTrue(driver(), "DuckDB's driver comes with the profile `strict`");
        Files.writeString(
                folder.resolve("act.csv"),
                "member,day\n1,2026-01-05\n1,2026-01-05\n1,2026-02-01\n2,2026-02-28\n");
        Files.writeString(
                folder.resolve("person.csv"), "member,first\n1,2026-01-05\n2,2026-02-28\n");
        assertThat(ask(folder, LocalDate.parse("2026-03-01"), new StringBuilder()))
                // one is here from 5 January to 2 March, of which 1 March is the last day known
                .containsEntry("rolling 30 days", 56L + 2)
                .containsEntry("weekly actives", 3L)
                .containsEntry("cohorts of 60 months", 3L);
        var asked = System.getProperty("folkmoot.yardstick");
        if (asked != null) {
            var words = new StringBuilder();
            ask(Path.of(asked), LocalDate.now(ZoneOffset.UTC), words);
            Files.writeString(Path.of(asked, "yardstick.txt"), words);
        }
    }

    private static boolean driver() {
        return DriverManager.drivers().anyMatch(d -> d.getClass().getName().contains("duckdb"));
    }

    private static Map<String, Long> ask(Path rows, LocalDate today, StringBuilder words)
            throws SQLException {
        var answers = new TreeMap<String, Long>();
        try (var db = DriverManager.getConnection("jdbc:duckdb:");
                var statement = db.createStatement()) {
            for (var table : new String[] {"act", "person"}) {
                statement.execute(
                        "create table %s as select * from read_csv('%s')"
                                .formatted(table, rows.resolve(table + ".csv")));
            }
            for (var question : LedgerYardstick.questions().entrySet()) {
                var sql = question.getValue().replace("{today}", "date '" + today + "'");
                answers.put(question.getKey(), timed(db, question.getKey(), sql, words));
            }
        }
        return answers;
    }

    /// The first of six runs is apart.
    private static long timed(Connection db, String name, String sql, StringBuilder words)
            throws SQLException {
        var nanos = new ArrayList<Long>();
        long sum = 0;
        for (int i = 0; i < 6; i++) {
            var start = System.nanoTime();
            try (var statement = db.createStatement();
                    var found = statement.executeQuery("with " + sql)) {
                found.next();
                sum = found.getLong(1);
            }
            nanos.add(System.nanoTime() - start);
        }
        words.append("%s, sum %,d%n".formatted(Timing.of("DuckDB: " + name, nanos), sum));
        return sum;
    }
}
