package org.folkmoot.briefing;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// A marked day as it was sent.
///
/// @param until empty for a single day
/// @param quiet `on` or `true`
record AnnotationForm(
        @Nullable String day,
        @Nullable String until,
        @Nullable String words,
        @Nullable String kind,
        @Nullable String link,
        @Nullable String quiet) {

    static final AnnotationForm EMPTY = new AnnotationForm("", "", "", "release", "", "");

    /// What is kept of it.
    record Wish(
            LocalDate first,
            LocalDate last,
            String words,
            Annotation.Kind kind,
            @Nullable String link,
            boolean quiet) {}

    /// @param wish null when something is wrong
    /// @param wrong by field, in words
    record Read(@Nullable Wish wish, Map<String, String> wrong) {

        Wish orRefuse() {
            if (wish == null) {
                throw new Refusal.Unusable(String.join(" ", wrong.values()));
            }
            return wish;
        }
    }

    static String or(@Nullable String value) {
        return value == null ? "" : value.replace("\0", "").strip();
    }

    boolean isQuiet() {
        return or(quiet).matches("on|true|yes");
    }

    Read read() {
        var wrong = new LinkedHashMap<String, String>();
        var first = date(or(day));
        var last = or(until).isEmpty() ? first : date(or(until));
        if (first == null) {
            wrong.put("day", "Choose a day, like 2026-03-31.");
        } else if (last == null) {
            wrong.put("until", "Choose the last day, like 2026-04-02, or leave it empty.");
        } else if (last.isBefore(first)) {
            wrong.put("until", "The last day comes before the first.");
        } else if (last.isAfter(first.plusYears(1))) {
            wrong.put("until", "A span may last a year at most.");
        }
        if (or(words).isEmpty() || or(words).length() > Annotation.LONGEST) {
            wrong.put("words", "Say what happened, in up to 120 characters.");
        }
        var what = Annotation.Kind.of(or(kind));
        if (what.isEmpty()) {
            wrong.put("kind", "Choose one of the kinds.");
        }
        if (!or(link).isEmpty() && !address(or(link))) {
            wrong.put("link", "A link begins with https:// or http://.");
        }
        if (!wrong.isEmpty() || first == null || last == null) {
            return new Read(null, wrong);
        }
        return new Read(
                new Wish(
                        first,
                        last,
                        or(words),
                        what.orElseThrow(),
                        or(link).isEmpty() ? null : or(link),
                        isQuiet()),
                wrong);
    }

    /// Null when it is no day between 1900 and 2999.
    static @Nullable LocalDate date(String typed) {
        try {
            var day = LocalDate.parse(typed);
            return day.getYear() < 1900 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean address(String typed) {
        try {
            var uri = URI.create(typed);
            return typed.length() <= 500
                    && uri.getHost() != null
                    && uri.getScheme() != null
                    && uri.getScheme().matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static AnnotationForm of(Annotation a) {
        return new AnnotationForm(
                a.first().toString(),
                a.last().equals(a.first()) ? "" : a.last().toString(),
                a.words(),
                a.kind().key(),
                a.link(),
                a.quiet() ? "on" : "");
    }
}
