package org.folkmoot.briefing;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.metrics.Beat.Where;
import org.folkmoot.metrics.Gauge;
import org.folkmoot.web.PlatformNames;

/// Puts alerts into the reader's words.
record AlertWords(Locale locale) {

    /// "Fewer people took part on slack on Tuesday, 3 March".
    String title(Alert alert) {
        var finding = alert.finding();
        var what =
                switch (finding.of()) {
                    case ACTIVE ->
                            finding.fell() ? "Fewer people took part" : "More people took part";
                    case DEEDS -> finding.fell() ? "Less happened" : "More happened";
                    case JOINED -> finding.fell() ? "Fewer people joined" : "More people joined";
                    case UNANSWERED ->
                            finding.fell()
                                    ? "Less was left unanswered"
                                    : "More was left unanswered";
                    case RESPONSE -> finding.fell() ? "Answers came sooner" : "Answers took longer";
                };
        return what + place(finding) + " " + days(alert);
    }

    private static String place(Finding finding) {
        return switch (finding.where()) {
            case EVERYWHERE -> "";
            case PLATFORM -> " on " + PlatformNames.of(finding.name());
            case PLACE -> " in " + finding.name();
        };
    }

    String days(Alert alert) {
        var day = alert.last();
        return alert.finding().span() == 1
                ? "on %s, %s"
                        .formatted(
                                day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale),
                                date(day))
                : "in the 7 days up to " + date(day);
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    /// "41, where 60 to 85 would be usual".
    String figures(Alert alert) {
        var off = alert.finding().off();
        var day = alert.finding().span() > 1 && alert.finding().of() != Of.RESPONSE ? " a day" : "";
        return "%s%s, where %s to %s would be usual"
                .formatted(
                        value(alert, off.value()),
                        day,
                        value(alert, off.low()),
                        value(alert, off.high()));
    }

    private String value(Alert alert, double value) {
        if (alert.finding().of() == Of.RESPONSE) {
            return Gauge.RESPONSE.words(value, locale);
        }
        var numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(value < 10 && alert.finding().span() > 1 ? 1 : 0);
        return numbers.format(value);
    }

    String sure(Alert alert) {
        var finding = alert.finding();
        return Tail.words(finding.off().chance(), finding.span(), finding.of());
    }

    /// What made up most of it, a line each.
    List<String> causes(Alert alert) {
        return alert.finding().causes().stream()
                .map(
                        cause ->
                                "%s: %s, usually about %s; %d\u00a0%% of the difference"
                                        .formatted(
                                                cause.where().equals(Where.PLACE.key())
                                                        ? "In " + cause.name()
                                                        : "On " + PlatformNames.of(cause.name()),
                                                value(alert, cause.value()),
                                                value(alert, cause.expected()),
                                                Math.round(cause.share() * 100)))
                .toList();
    }
}
