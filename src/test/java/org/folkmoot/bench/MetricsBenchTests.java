package org.folkmoot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.folkmoot.FolkmootProcess;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What measures the numbers of a large community must itself be right, and go on working.
class MetricsBenchTests {

    @Test
    void aSmallCommunityIsMeasuredAndItsAnswersAreThoseOfItsLedger() throws Exception {
        var ended =
                FolkmootProcess.verb(
                        "bench",
                        "metrics",
                        "--activities=4000",
                        "--members=400",
                        "--years=5",
                        "--times=1",
                        "--json");
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        var figures = new HashMap<String, Double>();
        for (var line : ended.output().lines().filter(l -> l.startsWith("{")).toList()) {
            var told = JsonMapper.shared().readTree(line);
            var value = told.has("value") ? told.path("value") : told.path("first");
            figures.put(told.path("what").asString(), value.asDouble());
        }
        for (var question : LedgerYardstick.questions().keySet()) {
            assertThat(figures.get(question + ", sum"))
                    .as(question)
                    .isPositive()
                    .isEqualTo(figures.get("SQL: " + question + ", sum"));
        }
        assertThat(figures)
                .containsKeys(
                        "Health, 365 days",
                        "Health, 30 days, by platform",
                        "list content/top, by tag",
                        "a post, stored, until 30 days show it",
                        "the first look after a merge, 365 days",
                        "50 people clicking",
                        "heap in use",
                        "restarted, 10 s after it answers: Health, 365 days");
    }
}
