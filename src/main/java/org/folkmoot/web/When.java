package org.folkmoot.web;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Puts instants into the reader's words: relative up to seven days, then the date; the full time
/// with its zone in the tooltip, and for machines in `datetime`.
///
/// @param now the moment the page is made
/// @param zone the reader's
public record When(Instant now, Locale locale, ZoneId zone) {

    private static final Duration RELATIVE = Duration.ofDays(7);

    /// `<time datetime="…" title="Friday, 6 March 2026 at 14:03:00 CET">3 h ago</time>`.
    public Content of(Instant instant) {
        return marked(instant, words(instant));
    }

    /// The same with the day alone, for after "since" and "until".
    public Content day(Instant instant) {
        return marked(instant, date(instant));
    }

    private Content marked(Instant instant, String words) {
        return output -> {
            output.writeContent(
                    "<time datetime=\"" + instant.truncatedTo(ChronoUnit.SECONDS) + "\" title=\"");
            output.writeUserContent(escape(full(instant)));
            output.writeContent("\">");
            output.writeUserContent(escape(words));
            output.writeContent("</time>");
        };
    }

    /// The words alone: `just now`, `3 h ago`, `in 2 days`, `6 Mar 2026`.
    public String words(Instant instant) {
        var age = Duration.between(instant, now);
        return age.abs().compareTo(RELATIVE) >= 0
                ? date(instant)
                : age.isNegative() ? ahead(age.negated()) : ago(age);
    }

    /// The whole time with its zone, as this locale writes it.
    public String full(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /// The day alone, as this locale writes it.
    public String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    private static String ago(Duration age) {
        return age.toMinutes() < 1 ? "just now" : span(age) + " ago";
    }

    private static String ahead(Duration wait) {
        return wait.toMinutes() < 1 ? "in a moment" : "in " + span(wait);
    }

    private static String span(Duration span) {
        if (span.toHours() < 1) {
            return span.toMinutes() + " min";
        }
        if (span.toDays() < 1) {
            return span.toHours() + " h";
        }
        return span.toDays() == 1 ? "1 day" : span.toDays() + " days";
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
