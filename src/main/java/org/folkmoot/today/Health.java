package org.folkmoot.today;

import java.time.Instant;
import java.util.List;
import org.folkmoot.connectors.Import;
import org.folkmoot.web.Tone;

/// How the last import went, in a line.
///
/// @param at when; the epoch when there was none
record Health(Tone tone, String words, Instant at) {

    static Health of(List<Import> newest, List<Import> underWay) {
        if (!underWay.isEmpty()) {
            var running = underWay.getFirst();
            return new Health(
                    Tone.CALM,
                    "%s is being imported, ".formatted(running.name()),
                    running.createdAt());
        }
        if (newest.isEmpty()) {
            return new Health(Tone.CALM, "Nothing has been imported yet.", Instant.EPOCH);
        }
        var last = newest.getFirst();
        var at = last.endedAt() == null ? last.createdAt() : last.endedAt();
        return switch (last.state()) {
            case DONE ->
                    last.counts().refused() == 0
                            ? new Health(
                                    Tone.GOOD,
                                    "The last import, %s, went well, ".formatted(last.name()),
                                    at)
                            : new Health(
                                    Tone.WARN,
                                    "The last import, %s, left out %,d %s it could not read, "
                                            .formatted(
                                                    last.name(),
                                                    last.counts().refused(),
                                                    last.counts().refused() == 1 ? "row" : "rows"),
                                    at);
            case STOPPED ->
                    new Health(
                            Tone.WARN,
                            "The last import, %s, was stopped before its end, "
                                    .formatted(last.name()),
                            at);
            case FAILED ->
                    new Health(
                            Tone.BAD,
                            "The last import, %s, failed: %s "
                                    .formatted(
                                            last.name(),
                                            last.problem() == null ? "" : last.problem()),
                            at);
            case WAITING, RUNNING ->
                    new Health(Tone.CALM, "%s is being imported, ".formatted(last.name()), at);
        };
    }
}
