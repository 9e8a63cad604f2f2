package org.folkmoot.metrics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.community.Community;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.metrics.Beat.Where;
import org.springframework.stereotype.Service;

/// The numbers of single days over a long time, for whoever looks for what is unusual in them. The
/// same people and rules as on Health: no team, no bots.
@Service
public class Pulse {

    /// A year and the weeks before the same days of the year before.
    public static final int DAYS = 400;

    /// As far back as places and waits are looked at.
    static final int LATELY = 180;

    private static final int WEEK = 7;
    private static final int MOST_PLACES = 40;
    private static final double DAY = 86_400;
    private static final int FEWEST_WAITS = 8;

    private final PulseRows rows;
    private final Metrics metrics;
    private final Clock clock;

    Pulse(PulseRows rows, Metrics metrics, Clock clock) {
        this.rows = rows;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// @param first the day of the first value of each
    /// @param known by platform, the last day of which anything is known
    /// @param platforms of each place, by its number
    public record Beats(
            LocalDate first,
            List<Beat> all,
            Map<String, LocalDate> known,
            Map<String, String> platforms) {}

    /// By platform, the last day of which anything is known; costs next to nothing.
    public Map<String, LocalDate> known() {
        return rows.known();
    }

    /// All numbers of the `DAYS` days up to the last given.
    public Beats until(LocalDate last, Community community) {
        var first = last.minusDays(DAYS - 1L);
        var all = new ArrayList<Beat>();
        for (var part : rows.presence(first, last)) {
            all.add(beat(Of.ACTIVE, part, part.people()));
            all.add(beat(Of.DEEDS, part, part.deeds()));
        }
        for (var part : rows.comings(first, last, community.zone())) {
            all.add(beat(Of.JOINED, part, part.people()));
        }
        for (var part : rows.places(first, last.minusDays(LATELY - 1L), last, MOST_PLACES)) {
            all.add(beat(Of.DEEDS, part, part.deeds()));
        }
        var places = rows.platforms();
        waits(first, last, community, places, all);
        var platforms = new HashMap<String, String>();
        places.forEach((id, place) -> platforms.put(id.toString(), place.platform()));
        return new Beats(first, all, rows.known(), platforms);
    }

    private static Beat beat(Of of, PulseRows.Part part, double[] values) {
        return new Beat(of, part.where(), part.key(), part.name(), values);
    }

    /// What was left unanswered and how long the rest took, by platform and in all; unanswered by
    /// place, too.
    private void waits(
            LocalDate first,
            LocalDate last,
            Community community,
            Map<Long, PulseRows.Place> places,
            List<Beat> all) {
        var ask =
                Ask.of(community, Map.of("asOf", last.toString(), "window", "90"), clock.instant());
        var report = metrics.of(ask);
        var waits = new ArrayList<>(report.response().before().all());
        waits.addAll(report.response().now().all());
        var parts = new HashMap<List<String>, List<Wait>>();
        for (var wait : waits) {
            parts.computeIfAbsent(List.of("EVERYWHERE", "", ""), _ -> new ArrayList<>()).add(wait);
            var place = wait.place() == null ? null : places.get(wait.place());
            if (wait.place() != null && place != null) {
                var platform = List.of("PLATFORM", place.platform(), place.platform());
                parts.computeIfAbsent(platform, _ -> new ArrayList<>()).add(wait);
                var own = List.of("PLACE", wait.place().toString(), place.name());
                parts.computeIfAbsent(own, _ -> new ArrayList<>()).add(wait);
            }
        }
        parts.forEach(
                (part, some) -> {
                    var where = Where.valueOf(part.get(0));
                    all.add(
                            new Beat(
                                    Of.UNANSWERED,
                                    where,
                                    part.get(1),
                                    part.get(2),
                                    unanswered(some, first, last, ask)));
                    if (where != Where.PLACE) {
                        all.add(
                                new Beat(
                                        Of.RESPONSE,
                                        where,
                                        part.get(1),
                                        part.get(2),
                                        medians(some, first, ask)));
                    }
                });
    }

    private static double[] unanswered(List<Wait> waits, LocalDate first, LocalDate last, Ask ask) {
        var days = new double[DAYS];
        // a day is not over before the next one is
        Arrays.fill(days, 0, DAYS - LATELY, Double.NaN);
        days[DAYS - 1] = Double.NaN;
        for (var wait : waits) {
            var day = Comings.day(wait.at(), ask.window().zone());
            int index = (int) (day.toEpochDay() - first.toEpochDay());
            var answered = wait.answered();
            if (index >= DAYS - LATELY
                    && day.isBefore(last)
                    && (answered == null || answered > DAY)) {
                days[index]++;
            }
        }
        return days;
    }

    /// Of the seven days up to each: who was answered later than that still waited then. Known for
    /// every seventh day back from the last, where enough was begun.
    private static double[] medians(List<Wait> waits, LocalDate first, Ask ask) {
        var medians = new double[DAYS];
        Arrays.fill(medians, Double.NaN);
        for (int end = DAYS - 1; end >= DAYS - LATELY + WEEK; end -= WEEK) {
            var to = first.plusDays(end + 1L).atStartOfDay(ask.window().zone()).toInstant();
            medians[end] = median(waits, Census.micros(to));
        }
        return medians;
    }

    private static double median(List<Wait> waits, long to) {
        var ended = new double[waits.size()];
        var open = new double[waits.size()];
        int answered = 0;
        int waiting = 0;
        for (var wait : waits) {
            double known = (to - wait.at()) / 1e6;
            if (known <= 0 || known > WEEK * DAY) {
                continue;
            }
            var time = wait.answered();
            if (time != null && time <= known) {
                ended[answered++] = time;
            } else {
                open[waiting++] = known;
            }
        }
        if (answered + waiting < FEWEST_WAITS) {
            return Double.NaN;
        }
        var median =
                KaplanMeier.of(Arrays.copyOf(ended, answered), Arrays.copyOf(open, waiting))
                        .median();
        return median == null ? WEEK * DAY : Math.max(1, median);
    }
}
