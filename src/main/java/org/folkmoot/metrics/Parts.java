package org.folkmoot.metrics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.metrics.Report.Both;
import org.folkmoot.web.PlatformNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One metric of everybody beside the same of each platform, segment and organisation: the same
/// question with one filter more, so that each row is what Health shows when one goes there.
@Component
class Parts {

    /// Of each kind: each costs as much as the page of that part.
    private static final int MOST = 12;

    private final Metrics metrics;
    private final Choices choices;
    private final Within within;
    private final Answers answers;

    Parts(Metrics metrics, Choices choices, Within within, Answers answers) {
        this.metrics = metrics;
        this.choices = choices;
        this.within = within;
        this.answers = answers;
    }

    /// By what a community is broken down.
    enum Kind {
        EVERYBODY,
        PLATFORM,
        SEGMENT,
        ORGANISATION;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /// @param ask with which Health shows it
    record Part(Kind kind, String name, Ask ask, Both<Reading> readings) {

        /// As people call it.
        String title() {
            return kind == Kind.PLATFORM ? PlatformNames.of(name) : name;
        }
    }

    /// A part with all metrics: who looks at one of them mostly looks at others.
    private record Measured(Kind kind, String name, Ask ask, Map<Metric, Both<Reading>> readings) {

        Part by(Metric metric) {
            return new Part(kind, name, ask, Objects.requireNonNull(readings.get(metric)));
        }
    }

    private record Found(List<Measured> parts) {}

    /// What is filtered by already is not broken down by again.
    List<Part> of(Ask asked, Metric metric) {
        var segments = within.segments();
        record About(Map<String, String> segments) {}
        return answers
                .of(
                        within.of(asked),
                        Found.class,
                        new About(Map.copyOf(segments)),
                        () -> found(asked, segments))
                .parts()
                .stream()
                .map(part -> part.by(metric))
                .toList();
    }

    private Found found(Ask ask, Map<String, String> segments) {
        var parts = new ArrayList<Measured>();
        var by = ask.filters();
        parts.add(part(Kind.EVERYBODY, "Everybody", ask, by));
        if (by.platform() == null) {
            choices.offer().platforms().stream()
                    .limit(MOST)
                    .forEach(
                            one ->
                                    parts.add(
                                            part(
                                                    Kind.PLATFORM,
                                                    one,
                                                    ask,
                                                    with(by, one, by.organisation(), by.where()))));
        }
        segments.entrySet().stream()
                .filter(segment -> !segment.getKey().equals(by.where()))
                .limit(MOST)
                .forEach(
                        segment ->
                                parts.add(
                                        part(
                                                Kind.SEGMENT,
                                                segment.getValue(),
                                                ask,
                                                with(
                                                        by,
                                                        by.platform(),
                                                        by.organisation(),
                                                        both(by.where(), segment.getKey())))));
        if (by.organisation() == null) {
            choices.organisations(MOST)
                    .forEach(
                            one ->
                                    parts.add(
                                            part(
                                                    Kind.ORGANISATION,
                                                    one,
                                                    ask,
                                                    with(by, by.platform(), one, by.where()))));
        }
        return new Found(parts);
    }

    private static String both(@Nullable String where, String segment) {
        return where == null ? segment : "(%s) and %s".formatted(where, segment);
    }

    private static Filters with(
            Filters by,
            @Nullable String platform,
            @Nullable String organisation,
            @Nullable String where) {
        return new Filters(platform, by.place(), by.tag(), organisation, where, null, by.staff());
    }

    private Measured part(Kind kind, String name, Ask ask, Filters filters) {
        var own = new Ask(ask.community(), ask.window(), filters, ask.now());
        var report = metrics.of(own);
        var all = new EnumMap<Metric, Both<Reading>>(Metric.class);
        for (var metric : Metric.values()) {
            all.put(metric, Metrics.reading(report, metric));
        }
        return new Measured(kind, name, own, all);
    }
}
