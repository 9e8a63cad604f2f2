package org.folkmoot.shell;

import java.time.Duration;
import java.util.stream.Collectors;
import org.folkmoot.bench.CrowdBench;
import org.folkmoot.bench.MatchingBench;
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
        %,d new identities (brought in %.1f s) matched in %.1f s: %,d pairs compared, %,d certain.
        One newcomer after that: %d ms."""
                .formatted(
                        result.identities(),
                        seconds(result.brought()),
                        seconds(result.took()),
                        result.compared(),
                        result.certain(),
                        result.one().toMillis());
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }
}
