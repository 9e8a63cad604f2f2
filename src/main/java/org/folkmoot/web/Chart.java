package org.folkmoot.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.NullNode;

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

    private static final JsonMapper JSON = JsonMapper.shared();

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

    /// How it is drawn: `STEPS` suits shares that change at events (Kaplan-Meier).
    public enum Shape {
        LINES,
        STEPS,
        BARS,
        STACKED
    }

    /// One line or one colour of bars.
    ///
    /// @param values `NaN` where nothing is known
    /// @param hue 1 to 8: the same thing keeps its colour on every page
    /// @param before whether it is the window before, drawn dashed and quiet
    public record Series(String name, List<Double> values, int hue, boolean before) {

        public Series {
            values = List.copyOf(values);
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

    /// What `chart.js` draws; safe inside a script element.
    String json() {
        return JSON.writeValueAsString(
                        Map.of(
                                "shape",
                                shape.name(),
                                "unit",
                                unit,
                                "labels",
                                labels,
                                "series",
                                series.stream().map(Chart::drawn).toList(),
                                "flags",
                                flags,
                                "locale",
                                locale.toLanguageTag()))
                .replace("<", "\\u003c");
    }

    private static Map<String, Object> drawn(Series one) {
        return Map.of(
                "name", one.name(),
                "values",
                        one.values().stream()
                                .map(v -> v.isNaN() ? NullNode.instance : DoubleNode.valueOf(v))
                                .toList(),
                "hue", one.hue(),
                "before", one.before());
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
