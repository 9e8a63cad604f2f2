package org.folkmoot.metrics;

import java.util.function.DoubleFunction;
import org.folkmoot.metrics.Report.Both;
import org.folkmoot.web.NumberCard.Change;
import org.folkmoot.web.NumberCard.Direction;
import org.folkmoot.web.Tone;
import org.jspecify.annotations.Nullable;

/// How a number stands against the window before, in words.
final class Comparison {

    private Comparison() {}

    /// Says how far two values are apart.
    interface Difference {
        String words(double now, double before);
    }

    /// Says only that something changed when the value before lies outside of what this one may be.
    static @Nullable Change of(
            Metric metric,
            Both<Reading> readings,
            int days,
            DoubleFunction<String> words,
            Difference difference) {
        var now = readings.now().value();
        var before = readings.before().value();
        if (now == null || before == null) {
            return null;
        }
        var around = readings.now().interval();
        var within =
                around != null
                        && before >= around.low()
                        && (around.high() == null || before <= around.high());
        if (now.equals(before) || within) {
            return new Change(
                    Direction.LEVEL,
                    "%s the %d days before (%s)"
                            .formatted(
                                    now.equals(before)
                                            ? "the same as in"
                                            : "too few to tell a change from",
                                    days,
                                    words.apply(before)),
                    Tone.CALM);
        }
        var up = now > before;
        return new Change(
                up ? Direction.UP : Direction.DOWN,
                "%s %s on the %d days before"
                        .formatted(up ? "up" : "down", difference.words(now, before), days),
                up == metric.moreIsBetter() ? Tone.GOOD : Tone.WARN);
    }
}
