package org.folkmoot.sources.googleanalytics;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a property's reports: all days at once, which tells when it began; from then on landing
/// pages and campaigns, four weeks at a time, as Google sums up what is too much under "(other)".
/// Google still counts for days, so the last three are read again each time.
final class AnalyticsPulls {

    /// Google refuses what is earlier.
    private static final LocalDate EARLIEST = LocalDate.of(2015, 8, 14);

    private static final int AGAIN = 3;
    private static final int SPAN = 28;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Line line;
    private final AnalyticsApi api;
    private final List<Statistic> figures = new ArrayList<>();

    AnalyticsPulls(Line line) {
        this.line = line;
        this.api = new AnalyticsApi(line);
    }

    Pull from(String cursor) {
        var told = Cursors.read(cursor, At.class, At::first);
        var at = told.from() == null ? told.begin(start(told)) : told;
        var today = today(at);
        var from = or(at.window(), today);
        var to = at.report() == Report.DAYS ? today : earlier(from.plusDays(SPAN - 1), today);
        var page = api.ask(at.report(), from, to, at.offset());
        var first = keep(at.report(), page);
        var went = at.zone(page.path("metadata").path("timeZone").asString(at.zone()));
        if (at.report() == Report.DAYS && at.offset() == 0 && at.done() == null) {
            if (first == null) {
                return on(went.over(today)); // nothing was ever counted
            }
            went = went.begun(first);
        }
        var rows = page.path("rows").size();
        var more = at.offset() + rows < page.path("rowCount").asLong(0) && rows > 0;
        return on(more ? went.offset(at.offset() + rows) : next(went, to));
    }

    private LocalDate start(At at) {
        var done = at.done();
        if (done != null) {
            return done.minusDays(AGAIN);
        }
        var since = LocalDate.ofInstant(line.connection().since(), ZoneOffset.UTC);
        return since.isAfter(EARLIEST) ? since : EARLIEST;
    }

    private LocalDate today(At at) {
        return LocalDate.ofInstant(line.now(), zone(at.zone()));
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate or(@Nullable LocalDate day, LocalDate other) {
        return day == null ? other : day;
    }

    /// @param to the last day that was read
    private At next(At at, LocalDate to) {
        var today = today(at);
        if (at.report() != Report.DAYS && to.isBefore(today)) {
            return at.window(to.plusDays(1));
        }
        return switch (at.report()) {
            case DAYS -> at.report(Report.LANDING, or(at.from(), today));
            case LANDING -> at.report(Report.CAMPAIGN, or(at.from(), today));
            case CAMPAIGN -> at.over(today);
        };
    }

    /// @return the first day, of which Google writes 20310303
    private @Nullable LocalDate keep(Report report, JsonNode page) {
        var names = page.path("metricHeaders");
        LocalDate first = null;
        for (var row : page.path("rows")) {
            var day = day(row.path("dimensionValues").path(0).path("value").asString(""));
            if (day == null) {
                continue; // "(other)": too many days for Google to tell apart
            }
            first = first == null ? day : earlier(first, day);
            var of = report.of(row.path("dimensionValues").path(1).path("value").asString(""));
            for (int n = 0; n < names.size(); n++) {
                var value = row.path("metricValues").path(n).path("value").asString("");
                if (value.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
                    figures.add(
                            new Statistic(
                                    day,
                                    report.name(names.path(n).path("name").asString("")),
                                    of,
                                    new BigDecimal(value)));
                }
            }
        }
        return first;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Pull on(At next) {
        var origin =
                new Found.Origin(
                        "googleanalytics:" + api.property(), "Google Analytics", Markup.PLAIN);
        return new Pull.Caught(
                List.of(origin),
                figures,
                Cursors.write(next),
                next.from() != null,
                "figures of %s".formatted(next.report().words()));
    }
}
