package org.folkmoot.metrics;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A table of numbers or people, as it is shown and as it is downloaded.
///
/// @param key its name in addresses: `places`
/// @param caption what it shows
public record Grid(String key, String caption, List<Head> heads, List<List<Cell>> rows) {

    public Grid {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    public record Head(String words, boolean number) {

        static Head text(String words) {
            return new Head(words, false);
        }

        static Head number(String words) {
            return new Head(words, true);
        }
    }

    /// @param words as the reader writes it
    /// @param raw as a program reads it: 0.042, 2026-03-31
    /// @param href where it leads, or null
    /// @param depth 0 to 8: how strongly a heat map tints it; 0 for no tint
    public record Cell(String words, String raw, @Nullable String href, int depth) {

        static Cell text(@Nullable String words) {
            var some = words == null ? "" : words;
            return new Cell(some, some, null, 0);
        }

        static Cell link(@Nullable String words, String href) {
            var some = words == null || words.isBlank() ? "without a title" : words;
            return new Cell(some, some, href, 0);
        }

        static Cell count(long n, Figures figures) {
            return new Cell(figures.count(n), Long.toString(n), null, 0);
        }

        static Cell percent(@Nullable Double share, Figures figures) {
            return new Cell(share == null ? "–" : figures.percent(share), raw(share), null, 0);
        }

        static Cell decimal(@Nullable Double value, Figures figures) {
            return new Cell(value == null ? "–" : figures.decimal(value), raw(value), null, 0);
        }

        static Cell duration(@Nullable Double seconds, Figures figures) {
            return new Cell(
                    seconds == null ? "–" : figures.duration(seconds), raw(seconds), null, 0);
        }

        static Cell of(String words, String raw) {
            return new Cell(words, raw, null, 0);
        }

        Cell tinted(double share) {
            return new Cell(words, raw, href, (int) Math.ceil(Math.clamp(share, 0, 1) * 8));
        }

        private static String raw(@Nullable Double value) {
            if (value == null) {
                return "";
            }
            return value == Math.rint(value)
                    ? Long.toString(value.longValue())
                    : String.format(Locale.ROOT, "%.6f", value).replaceAll("0+$", "");
        }
    }
}
