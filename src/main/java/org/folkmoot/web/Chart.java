package org.folkmoot.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A chart whose title says what it found, with the table behind it.
///
/// @param id unique on the page, a letter first
/// @param finding "Fewer first posts get an answer"
/// @param unit what is counted on the upright axis: "people per day"
/// @param across what runs along: "Day"
/// @param labels one per point, already written for the reader
/// @param flags events worth a small flag on the chart
/// @param csv where the same numbers are downloaded, or null
public record Chart(
        String id,
        Shape shape,
        String finding,
        String unit,
        String across,
        List<String> labels,
        List<Series> series,
        List<Flag> flags,
        @Nullable String csv,
        Locale locale) {

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        flags = List.copyOf(flags);
        for (var one : series) {
            if (one.values().size() != labels.size()) {
                throw new IllegalArgumentException(
                        "'%s' has %d values for %d labels"
                                .formatted(one.name(), one.values().size(), labels.size()));
            }
        }
    }

    /// How it is drawn. Each has one use, so that who knows one chart can read all.
    public enum Shape {
        /// How something went over time.
        LINES,
        /// Shares that change at events: who still waits, who is still here (Kaplan-Meier).
        STEPS,
        /// Counts side by side; how values spread, when the labels are ranges.
        BARS,
        /// The same, of what adds up to a whole.
        STACKED,
        /// A square for each label (along) and series (down), darker for more.
        HEAT,
        /// How many reach each step: a bar for each label, the window before as a mark.
        FUNNEL,
        /// Where those of each label went: a series for each place they may be now, both from the
        /// innermost outward, so that what rises moved up.
        FLOW
    }

    /// Between which two values a series lies with 95 % confidence.
    public record Band(List<Double> low, List<Double> high) {

        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }
    }

    /// One line, one colour of bars, one row of squares.
    ///
    /// @param values `NaN` where nothing is known
    /// @param hue 1 to 8: the same thing keeps its colour on every page
    /// @param before whether it is the window before, drawn dashed and quiet
    /// @param band how sure it is; null where that is not known
    public record Series(
            String name, List<Double> values, int hue, boolean before, @Nullable Band band) {

        public Series(String name, List<Double> values, int hue, boolean before) {
            this(name, values, hue, before, null);
        }

        public Series {
            values = List.copyOf(values);
            if (band != null
                    && (band.low().size() != values.size()
                            || band.high().size() != values.size())) {
                throw new IllegalArgumentException(
                        "The band of '%s' is not as long".formatted(name));
            }
            if (hue < 1 || hue > 8) {
                throw new IllegalArgumentException("A hue is 1 to 8, got " + hue);
            }
        }
    }

    /// Something that happened at one of the labels.
    ///
    /// @param until the label with which it ended; the same for a single day
    public record Flag(String label, String until, String words) {

        public Flag(String label, String words) {
            this(label, label, words);
        }
    }

    /// What the table behind says of a label.
    String flagged(String label) {
        return flags.stream()
                .filter(flag -> flag.label().equals(label))
                .map(Flag::words)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /// Whether there is anything to draw.
    boolean known() {
        return series.stream()
                .flatMap(one -> one.values().stream())
                .anyMatch(value -> !value.isNaN());
    }

    boolean lines() {
        return shape == Shape.LINES || shape == Shape.STEPS;
    }

    /// Whether a key tells its colours apart.
    boolean keyed() {
        return series.size() > 1 && shape != Shape.HEAT && shape != Shape.FLOW;
    }

    /// What `chart.js` draws; safe inside a script element.
    String json() {
        return ChartJson.of(this);
    }

    /// A value as the table shows it; a dash where nothing is known.
    String written(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        var numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(Math.abs(value) < 10 ? 2 : Math.abs(value) < 1000 ? 1 : 0);
        return numbers.format(value);
    }
}
