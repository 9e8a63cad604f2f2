package org.folkmoot.briefing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.folkmoot.community.Community;
import org.folkmoot.metrics.Beat;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.metrics.Beat.Where;
import org.folkmoot.metrics.Pulse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks for what stands out on the days that came to be known since it looked last. A day is
/// judged once something later is known of every platform that matters, so that what is not
/// imported yet is never taken for silence. A day and its alerts are written in one transaction:
/// whatever cuts the round short, it goes on with the next day.
@Component
class AlertRound {

    private static final String JUDGED = "alerts judged";
    private static final String LOOKED = "alerts looked";

    /// What is older is history, no news.
    private static final int OLD = 30;

    private static final int CATCH_UP = 7;
    private static final int LATELY = 28;
    private static final double MATTERS = 0.1;
    private static final int SHOWN_DAYS = 56;
    private static final int SHOWN_WEEKS = 16;

    private final Pulse pulse;
    private final Alerts alerts;
    private final Annotations annotations;
    private final Rounds rounds;
    private final TransactionTemplate transaction;

    AlertRound(
            Pulse pulse,
            Alerts alerts,
            Annotations annotations,
            Rounds rounds,
            PlatformTransactionManager transactions) {
        this.pulse = pulse;
        this.alerts = alerts;
        this.annotations = annotations;
        this.rounds = rounds;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Next to nothing as long as no more is known than when it looked last. In a community
    /// that is made up it looks back on more days, so that there is something to see.
    void look(Community here, LocalDate today) {
        int back = here.demo() ? SHOWN_DAYS : CATCH_UP;
        var known = new TreeMap<>(pulse.known());
        var mark = known.toString();
        var looked = rounds.of(LOOKED);
        if (known.isEmpty()
                || (looked.isPresent()
                        && looked.get().day().equals(today)
                        && looked.get().mark().equals(mark))) {
            return;
        }
        var last = before(Collections.max(known.values()), today);
        var judged = rounds.of(JUDGED).map(Rounds.Done::day).orElse(LocalDate.MIN);
        if (last.isAfter(judged) && last.isAfter(today.minusDays(OLD))) {
            var beats = pulse.until(last, here);
            var until = known(beats, last);
            if (until.isAfter(judged)) {
                var all = until.equals(last) ? beats : pulse.until(until, here);
                var since = until.minusDays(back);
                judge(all, judged.isBefore(since) ? since : judged, until);
            }
        }
        rounds.done(LOOKED, today, mark);
    }

    /// The last day that is over and of which something later is known.
    private static LocalDate before(LocalDate known, LocalDate today) {
        return known.isBefore(today) ? known.minusDays(1) : today.minusDays(1);
    }

    /// The last day of which something later is known of every platform with a tenth of
    /// what happens or more.
    private static LocalDate known(Pulse.Beats beats, LocalDate last) {
        var until = last;
        double all = lately(beats, Where.EVERYWHERE, "");
        for (var platform : beats.known().entrySet()) {
            if (lately(beats, Where.PLATFORM, platform.getKey()) >= MATTERS * all) {
                var own = platform.getValue().minusDays(1);
                until = own.isBefore(until) ? own : until;
            }
        }
        return until;
    }

    private static double lately(Pulse.Beats beats, Where where, String key) {
        return beats.all().stream()
                .filter(b -> b.of() == Of.DEEDS && b.where() == where && b.key().equals(key))
                .mapToDouble(
                        b ->
                                Arrays.stream(b.values(), Pulse.DAYS - LATELY, Pulse.DAYS)
                                        .filter(v -> !Double.isNaN(v))
                                        .sum())
                .sum();
    }

    private void judge(Pulse.Beats beats, LocalDate after, LocalDate until) {
        var marked = annotations.between(beats.first(), until);
        var quiet = marked.stream().filter(Annotation::quiet).toList();
        var calm = beats.all().stream().map(b -> without(b, beats.first(), quiet)).toList();
        var screening = new Screening(beats.first(), calm);
        for (var day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            var that = day;
            transaction.executeWithoutResult(
                    _ -> {
                        if (quiet.stream().noneMatch(a -> a.covers(that))) {
                            raise(screening, beats, that);
                        }
                        rounds.done(JUDGED, that, "");
                    });
        }
    }

    private void raise(Screening screening, Pulse.Beats beats, LocalDate day) {
        var before = alerts.raised(day.minusDays(3L * Alert.WEEK), day);
        for (var finding : screening.on(day, covered(beats, day), before)) {
            alerts.raise(day, finding, recent(beats, finding, day));
        }
    }

    /// Whether something later than that day is known of it.
    private static Predicate<Beat> covered(Pulse.Beats beats, LocalDate day) {
        return beat -> {
            var platform =
                    switch (beat.where()) {
                        case EVERYWHERE -> "";
                        case PLATFORM -> beat.key();
                        case PLACE -> beats.platforms().getOrDefault(beat.key(), "");
                    };
            return platform.isEmpty()
                    || beats.known().getOrDefault(platform, LocalDate.MIN).isAfter(day);
        };
    }

    /// Without what the marked days were: nothing is learned from them.
    private static Beat without(Beat beat, LocalDate first, List<Annotation> quiet) {
        if (quiet.isEmpty()) {
            return beat;
        }
        var values = beat.values().clone();
        for (int i = 0; i < values.length; i++) {
            var day = first.plusDays(i);
            if (quiet.stream().anyMatch(a -> a.covers(day))) {
                values[i] = Double.NaN;
            }
        }
        return new Beat(beat.of(), beat.where(), beat.key(), beat.name(), values);
    }

    private static List<Double> recent(Pulse.Beats beats, Finding finding, LocalDate day) {
        var lag = finding.of() == Of.UNANSWERED ? 1 : 0;
        int end = (int) (day.toEpochDay() - beats.first().toEpochDay()) - lag;
        int step = finding.of() == Of.RESPONSE ? Alert.WEEK : 1;
        int many = finding.of() == Of.RESPONSE ? SHOWN_WEEKS : SHOWN_DAYS;
        var values =
                beats.all().stream()
                        .filter(
                                b ->
                                        b.of() == finding.of()
                                                && b.where() == finding.where()
                                                && b.key().equals(finding.key()))
                        .findFirst()
                        .orElseThrow()
                        .values();
        var recent = new ArrayList<Double>();
        for (int i = Math.max(end % step, end - (many - 1) * step); i <= end; i += step) {
            recent.add(values[i]);
        }
        return recent;
    }
}
