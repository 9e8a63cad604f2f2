package org.folkmoot.briefing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.folkmoot.metrics.Beat;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.metrics.Beat.Where;

/// Chooses what is worth an alert of all that was looked at on a day. So many numbers are looked at
/// that some lie far off by chance: whole numbers and parts each spend a small share of wrong
/// alarms (Y. Benjamini and Y. Hochberg, 1995), and no more than three a week are raised, the least
/// likely first.
///
/// @param first the day of the first value of every beat
record Screening(LocalDate first, List<Beat> beats) {

    static final int WEEKLY = 3;

    private static final double WRONG_WHOLE = 0.03;
    private static final double WRONG_PART = 0.02;
    private static final int WEEK = 7;

    /// An alert that was raised before.
    record Raised(LocalDate day, String story, int span) {}

    /// What stands out on a day.
    ///
    /// @param judged of which parts enough is known for that day
    /// @param before what was raised in the three weeks before it
    List<Finding> on(LocalDate day, Predicate<Beat> judged, List<Raised> before) {
        var whole = new ArrayList<Finding>();
        var parts = new ArrayList<Finding>();
        for (var beat : beats) {
            if (judged.test(beat)) {
                looks(beat, day)
                        .forEach(beat.where() == Where.EVERYWHERE ? whole::add : parts::add);
            }
        }
        var sure = new ArrayList<Finding>(least(whole, WRONG_WHOLE));
        sure.addAll(least(parts, WRONG_PART));
        long lately = before.stream().filter(r -> r.day().isAfter(day.minusDays(WEEK))).count();
        var told = new HashSet<String>();
        return sure.stream()
                .filter(Finding::matters)
                .filter(f -> before.stream().noneMatch(r -> same(f, r, day)))
                .sorted(
                        Comparator.comparing(Finding::where)
                                .thenComparingDouble(f -> f.off().chance())
                                .thenComparingDouble(f -> -Math.abs(f.off().z())))
                .filter(f -> told.add(f.story()))
                .sorted(
                        Comparator.<Finding>comparingDouble(f -> f.off().chance())
                                .thenComparingDouble(f -> -Math.abs(f.off().z())))
                .limit(Math.max(0, WEEKLY - lately))
                .map(f -> f.because(causes(f, day)))
                .toList();
    }

    /// A single odd day is forgotten after a week; a change that lasts is told once.
    private static boolean same(Finding finding, Raised raised, LocalDate day) {
        int quiet = finding.span() > 1 || raised.span() > 1 ? 3 * WEEK : WEEK;
        return raised.story().equals(finding.story()) && raised.day().isAfter(day.minusDays(quiet));
    }

    private List<Finding> looks(Beat beat, LocalDate day) {
        int index = index(beat, day);
        if (index < 0 || index >= beat.values().length || sparse(beat, index)) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        if (beat.of() == Of.RESPONSE) {
            Waiting.at(beat.values(), index).ifPresent(o -> found.add(Finding.of(beat, WEEK, o)));
            return found;
        }
        var season = new Season(first, beat.values());
        season.at(index, 1).ifPresent(off -> found.add(Finding.of(beat, 1, off)));
        season.at(index, WEEK).ifPresent(off -> found.add(Finding.of(beat, WEEK, off)));
        return found;
    }

    /// A part of which there is nothing on every other day comes in bursts, and has no season to
    /// be held against.
    private static boolean sparse(Beat beat, int index) {
        return beat.where() != Where.EVERYWHERE
                && beat.of() != Of.RESPONSE
                && Season.median(
                                Arrays.copyOfRange(
                                        beat.values(), Math.max(0, index - 5 * WEEK), index))
                        < 1;
    }

    /// What was left unanswered on a day is known a day later.
    private int index(Beat beat, LocalDate day) {
        return (int) (day.toEpochDay() - first.toEpochDay()) - (beat.of() == Of.UNANSWERED ? 1 : 0);
    }

    /// The largest number of findings of which no more than that share is expected to be wrong.
    private static List<Finding> least(List<Finding> all, double wrong) {
        var sorted =
                all.stream().sorted(Comparator.comparingDouble(f -> f.off().chance())).toList();
        int many = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).off().chance() <= wrong * (i + 1) / sorted.size()) {
                many = i + 1;
            }
        }
        return sorted.subList(0, many);
    }

    /// The platforms and places whose own difference makes up most of it.
    private List<Finding.Cause> causes(Finding finding, LocalDate day) {
        double whole = finding.off().value() - finding.off().expected();
        return beats.stream()
                .filter(b -> b.of() == finding.of() && b.where().compareTo(finding.where()) > 0)
                .flatMap(b -> cause(b, finding, day, whole).stream())
                .filter(cause -> cause.share() >= 0.2)
                .sorted(Comparator.comparingDouble(cause -> -cause.share()))
                .limit(3)
                .toList();
    }

    private Optional<Finding.Cause> cause(Beat beat, Finding finding, LocalDate day, double whole) {
        int index = index(beat, day);
        if (beat.of() == Of.RESPONSE || index < 0 || index >= beat.values().length) {
            return Optional.empty();
        }
        return new Season(first, beat.values())
                .at(index, finding.span())
                .map(
                        off ->
                                new Finding.Cause(
                                        beat.where().key(),
                                        beat.key(),
                                        beat.name(),
                                        off.value(),
                                        off.expected(),
                                        Math.min(1, (off.value() - off.expected()) / whole)));
    }
}
