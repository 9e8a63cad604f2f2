package org.folkmoot.effect;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Chart.Series;

/// Both sides, week by week.
record Charts(Effect effect, String doing, String csv, Wording in) {

    Chart weeks() {
        return new Chart(
                "effect-weeks",
                Chart.Shape.LINES,
                effect.of(Outcome.STILL).sure() ? "The two sides part" : "The two sides stay close",
                "% active in the week",
                "Week before or after",
                effect.weeks().stream()
                        .map(w -> w.week() < 0 ? "−" + -w.week() : "+" + w.week())
                        .toList(),
                List.of(
                        series("Who " + doing, 1, Weeks::did),
                        series("Members like them", 3, Weeks::alike)),
                List.of(),
                csv,
                in.locale());
    }

    private Series series(String name, int hue, ToDoubleFunction<Weeks> share) {
        return new Series(
                name,
                effect.weeks().stream().map(w -> (Double) (share.applyAsDouble(w) * 100)).toList(),
                hue,
                false);
    }
}
