package org.folkmoot.sources;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What platforms still allow, for whoever watches the house from outside: as the last answers of
/// this process said.
final class BudgetGauges {

    private static final Map<Tags, AtomicLong> REMAINING = new ConcurrentHashMap<>();

    private BudgetGauges() {}

    static void note(String platform, Line line) {
        line.budgets()
                .forEach(
                        (lane, budget) -> {
                            var left = budget.remaining();
                            if (left != null) {
                                remaining(platform, line.connection().id(), lane).set(left);
                            }
                        });
    }

    private static AtomicLong remaining(String platform, long source, String lane) {
        return REMAINING.computeIfAbsent(
                Tags.of("platform", platform, "source", Long.toString(source), "lane", lane),
                tags -> Metrics.gauge("folkmoot.source.budget.remaining", tags, new AtomicLong()));
    }
}
