package org.folkmoot.metrics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.folkmoot.metrics.Report.Both;
import org.folkmoot.web.Definition;
import org.folkmoot.web.NumberCard;
import org.jspecify.annotations.Nullable;

/// How what members write sounds, in words.
record ToneTold(Report report, Figures figures) {

    private Tones now() {
        return report.sentiment().now();
    }

    NumberCard card(Cards cards) {
        var both = report.sentiment();
        return cards.card(
                Metric.SENTIMENT,
                new Both<>(both.now().reading(), both.before().reading()),
                this::signed,
                (a, b) -> figures.decimal(Math.abs(a - b)),
                Cards.trend(
                        "How the seven days up to each day sound",
                        report.ask().window().eachDay().stream()
                                .flatMap(day -> Stream.ofNullable(week(day)))
                                .toList()),
                "%s by %s"
                        .formatted(
                                figures.count(now().all().posts(), "post", "posts"),
                                figures.count(now().all().people(), "person", "people")));
    }

    private @Nullable Double week(LocalDate day) {
        var week = now().weeks().get(day);
        return week == null ? null : week.mean();
    }

    List<Health.Fact> facts() {
        var reading = now().reading();
        return List.of(
                new Health.Fact(
                        "Sentiment",
                        signed(reading.value()),
                        reading.reason() == null ? between(reading.interval()) : reading.reason()),
                share(
                        "Positive",
                        now().all().positive(),
                        report.sentiment().before().all().positive()),
                share(
                        "Neutral",
                        now().all().neutral(),
                        report.sentiment().before().all().neutral()),
                share(
                        "Negative",
                        now().all().negative(),
                        report.sentiment().before().all().negative()),
                change(),
                worst(),
                read());
    }

    private Health.Fact share(String label, long some, long before) {
        return new Health.Fact(
                label,
                figures.percent(now().all().share(some)),
                figures.percent(report.sentiment().before().all().share(before)) + " before");
    }

    private Health.Fact change() {
        var change = Tones.change(now(), report.sentiment().before());
        return new Health.Fact(
                "Against the window before",
                change == null ? Figures.UNKNOWN : signed(change.value()),
                change == null ? "" : between(change.interval()));
    }

    private Health.Fact worst() {
        var day = now().worst();
        return new Health.Fact(
                "Worst seven days",
                day == null ? Figures.UNKNOWN : signed(week(day)),
                day == null ? "" : "up to " + date(day));
    }

    private Health.Fact read() {
        return new Health.Fact(
                "Read",
                figures.percent(now().coverage().value()),
                "%s in languages whose tones are not known, %s not read yet"
                        .formatted(
                                figures.count(now().unsupported(), "post", "posts"),
                                figures.count(now().unread())),
                new Definition(
                        "fact-read",
                        "Read",
                        "The share of all posts with text that the number rests on. Tones are known in English, of talk like that of developers; on other talk expect less. What is corrected by hand counts as corrected.",
                        null));
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(figures.locale())
                .format(day);
    }

    /// "+0.21", "−0.3".
    String signed(@Nullable Double number) {
        if (number == null) {
            return Figures.UNKNOWN;
        }
        var size = figures.decimal(Math.abs(number));
        return size.equals(figures.decimal(0.0)) ? size : (number > 0 ? "+" : "\u2212") + size;
    }

    private String between(@Nullable Interval interval) {
        return interval == null
                ? ""
                : "95 %% sure: %s to %s"
                        .formatted(
                                signed(interval.low()),
                                signed(Objects.requireNonNull(interval.high())));
    }

    /// A language's name as its code: "German".
    static String language(String code, Locale locale) {
        return code.isEmpty() ? "none" : Locale.of(code).getDisplayLanguage(locale);
    }
}
