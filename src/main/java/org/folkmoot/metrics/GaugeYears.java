package org.folkmoot.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.CommunityId;
import org.springframework.stereotype.Service;

/// What the values of reports were at the ends of the last months, for those who are shown a few
/// numbers and nobody behind them.
@Service
public class GaugeYears {

    /// With fewer active members than this, shares and times would tell of single people.
    public static final int FEW = 10;

    private static final int MONTHS = 12;

    /// So long a year is given again even when something has changed: it may be asked for by
    /// anybody, as often as they like, and costs a report a month.
    static final Duration LASTS = Duration.ofMinutes(10);

    private record Kept(Instant at, Year year) {}

    private final Metrics metrics;
    private final Answers answers;
    private final Clock clock;
    private final Map<CommunityId, Kept> kept = new ConcurrentHashMap<>();

    GaugeYears(Metrics metrics, Answers answers, Clock clock) {
        this.metrics = metrics;
        this.answers = answers;
        this.clock = clock;
    }

    /// @param days the last days of twelve months, and the last that is over; each value is that
    ///     of the 30 days up to it
    /// @param values one a day for each gauge; `NaN` when it is not known or too few were active
    public record Year(List<LocalDate> days, Map<Gauge, List<Double>> values) {

        public double now(Gauge gauge) {
            return of(gauge).getLast();
        }

        /// At the end of the month before.
        public double before(Gauge gauge) {
            return of(gauge).get(days.size() - 2);
        }

        public List<Double> of(Gauge gauge) {
            return values.getOrDefault(gauge, List.of());
        }
    }

    /// Worked out once, and again some minutes later when something has changed by then.
    public Year of(Community here) {
        var now = clock.instant();
        var last = LocalDate.ofInstant(now, here.zone()).minusDays(1);
        var known = kept.get(here.id());
        if (known != null
                && known.year.days().getLast().equals(last)
                && known.at.plus(LASTS).isAfter(now)) {
            return known.year;
        }
        var year = answers.of(ask(here, last), Year.class, "year", () -> work(here, last));
        kept.put(here.id(), new Kept(now, year));
        return year;
    }

    private Ask ask(Community here, LocalDate day) {
        return Ask.of(here, Map.of("asOf", day.toString()), clock.instant());
    }

    private Year work(Community here, LocalDate last) {
        var days = new ArrayList<LocalDate>();
        for (int back = MONTHS; back > 0; back--) {
            days.add(YearMonth.from(last).minusMonths(back).atEndOfMonth());
        }
        days.add(last);
        var values = new EnumMap<Gauge, List<Double>>(Gauge.class);
        for (var day : days) {
            var report = metrics.untoned(ask(here, day));
            var few = report.activeRatio().now().active() < FEW;
            for (var gauge : Gauge.values()) {
                var value = gauge.of(report);
                var told =
                        value == null || (few && gauge.unit() != Gauge.Unit.COUNT)
                                ? Double.NaN
                                : value;
                values.computeIfAbsent(gauge, _ -> new ArrayList<>()).add(told);
            }
        }
        return new Year(days, values);
    }
}
