package org.folkmoot.shell;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.bench.CrowdBench;
import org.folkmoot.bench.MatchingBench;
import org.folkmoot.bench.PeopleBench;
import tools.jackson.databind.json.JsonMapper;

/// What was measured of the matcher, in words or as one JSON object.
final class MatchingWords {

    private MatchingWords() {}

    static String of(MatchingBench.Result result, boolean json) {
        if (json) {
            return JsonMapper.shared().writeValueAsString(result);
        }
        return "%,d identities, %,d of them in the .mailmap%n"
                        .formatted(result.identities(), result.covered())
                + result.rows().stream()
                        .map(
                                r ->
                                        "%-52s precision %.4f  recall %.4f  (of %,d pairs)"
                                                .formatted(
                                                        r.what(),
                                                        r.precision(),
                                                        r.recall(),
                                                        r.pairs()))
                        .collect(Collectors.joining(System.lineSeparator()));
    }

    static String of(CrowdBench.Result result, boolean json) {
        if (json) {
            return JsonMapper.shared().writeValueAsString(result);
        }
        return """
        %,d new identities (brought in %.1f s) matched in %.1f s: %,d pairs compared.
        One newcomer after that: %d ms."""
                .formatted(
                        result.identities(),
                        seconds(result.brought()),
                        seconds(result.took()),
                        result.compared(),
                        result.one().toMillis());
    }

    static String of(PeopleBench.Step step, boolean json) {
        var took = step.took().toNanos() / 1e9;
        return json
                ? JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "what", step.what(),
                                        "times", step.times(),
                                        "seconds", took))
                : "%-60s %s"
                        .formatted(
                                step.what(),
                                took < 1
                                        ? "%.1f ms".formatted(took * 1000)
                                        : "%,.1f s".formatted(took));
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }
}
