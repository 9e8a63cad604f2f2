package org.folkmoot.web;

import java.util.List;
import java.util.Locale;

/// A line the size of a word: oldest value first, the last one marked.
///
/// @param words what it shows: "Active people per day, last 30 days"
public record Sparkline(List<Double> values, String words) {

    static final int WIDTH = 100;
    static final int HEIGHT = 24;
    private static final double MARGIN = 3;

    public Sparkline {
        values = List.copyOf(values);
    }

    /// Pairs for an SVG polyline in a box of 100 by 24; a single value is a level line.
    String points() {
        if (values.size() == 1) {
            return "0,%1$s %2$d,%1$s".formatted(y(values.getFirst()), WIDTH);
        }
        var points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(i == 0 ? "" : " ").append(x(i)).append(',').append(y(values.get(i)));
        }
        return points.toString();
    }

    String lastX() {
        return values.size() == 1 ? x(1, 2) : x(values.size() - 1);
    }

    String lastY() {
        return y(values.getLast());
    }

    private String x(int i) {
        return x(i, values.size());
    }

    private static String x(int i, int of) {
        return number(MARGIN + (WIDTH - 2 * MARGIN) * i / (of - 1));
    }

    private String y(double value) {
        double low = values.stream().mapToDouble(v -> v).min().orElse(0);
        double high = values.stream().mapToDouble(v -> v).max().orElse(0);
        double share = high == low ? 0.5 : (value - low) / (high - low);
        return number(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
