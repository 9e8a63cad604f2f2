package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A single value of a report that can be aimed at and followed over time.
public enum Gauge {
    MEMBERS(
            "members",
            Metric.GROWTH,
            "Members",
            Unit.COUNT,
            true,
            r -> (double) r.growth().now().total()),
    JOINED(
            "joined",
            Metric.GROWTH,
            "People who joined in 30 days",
            Unit.COUNT,
            true,
            r -> (double) r.growth().now().joined()),
    ACTIVE(
            "active",
            Metric.ACTIVE,
            "Active members in 30 days",
            Unit.COUNT,
            true,
            r -> (double) r.activeRatio().now().active()),
    ACTIVE_SHARE(
            "active-share",
            Metric.ACTIVE,
            "Share of members who take part",
            Unit.SHARE,
            true,
            r -> r.activeRatio().now().reading().value()),
    RESPONSE(
            "response",
            Metric.RESPONSE,
            "Response time",
            Unit.HOURS,
            false,
            r -> r.response().now().reading().value()),
    UNANSWERED(
            "unanswered",
            Metric.RESPONSE,
            "Share left unanswered",
            Unit.SHARE,
            false,
            r -> r.response().now().unansweredShare().value()),
    RETENTION(
            "retention",
            Metric.RETENTION,
            "Retention",
            Unit.SHARE,
            true,
            r -> r.retention().now().reading().value()),
    ENGAGEMENT(
            "engagement",
            Metric.CONTENT,
            "Engagements per item",
            Unit.NUMBER,
            true,
            r -> r.engagement().now().reading().value());

    /// In what it is typed and read.
    public enum Unit {
        COUNT("people", 1),
        SHARE("%", 0.01),
        HOURS("hours", 3600),
        NUMBER("per item", 1);

        private final String words;
        private final double size;

        Unit(String words, double size) {
            this.words = words;
            this.size = size;
        }

        public String words() {
            return words;
        }

        /// What somebody typed, as it is kept: a share as a fraction, a time in seconds.
        public double kept(double typed) {
            return typed * size;
        }

        public double typed(double kept) {
            return kept / size;
        }
    }

    private final String key;
    private final Metric metric;
    private final String title;
    private final Unit unit;
    private final boolean moreIsBetter;

    @SuppressWarnings("ImmutableEnumChecker") // functions of a report alone
    private final Function<Report, @Nullable Double> value;

    Gauge(
            String key,
            Metric metric,
            String title,
            Unit unit,
            boolean moreIsBetter,
            Function<Report, @Nullable Double> value) {
        this.key = key;
        this.metric = metric;
        this.title = title;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
        this.value = value;
    }

    /// As stored and in the API.
    public String key() {
        return key;
    }

    /// The section of Health it belongs to.
    public String metric() {
        return metric.key();
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /// Null when it is not known.
    public @Nullable Double of(Report report) {
        return value.apply(report);
    }

    /// As the reader writes it: "1,204", "42 %", "3 h 20 min".
    public String words(double kept, Locale locale) {
        var figures = new Figures(locale);
        return switch (unit) {
            case COUNT -> figures.count(Math.round(kept));
            case SHARE -> figures.percent(kept);
            case HOURS -> figures.duration(kept);
            case NUMBER -> figures.decimal(kept);
        };
    }

    /// A difference: points for a share.
    public String apart(double kept, Locale locale) {
        return unit == Unit.SHARE
                ? new Figures(locale).decimal(Math.abs(kept) * 100) + " points"
                : words(Math.abs(kept), locale);
    }

    public static Optional<Gauge> of(String key) {
        return Arrays.stream(values()).filter(g -> g.key.equals(key)).findFirst();
    }
}
