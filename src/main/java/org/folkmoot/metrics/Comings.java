package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// Counts who came, left and came back, of all platforms together.
final class Comings {

    private Comings() {}

    static Growth growth(Ask ask, Scope scope) {
        long from = Census.micros(ask.window().from());
        long to = Census.micros(ask.window().to());
        long atStart = 0;
        long joined = 0;
        long left = 0;
        long returned = 0;
        long total = 0;
        long belonged = 0;
        long undated = 0;
        var people = scope.people();
        for (int p = 0; p < people.size(); p++) {
            if (!scope.person(p)) {
                continue;
            }
            long first = scope.lives().firstSeen(p);
            long gone = scope.lives().leftAt(p);
            long back = scope.lives().backAt(p);
            undated += first == People.NEVER ? 1 : 0;
            atStart += first < from && (gone >= from || back < from) ? 1 : 0;
            joined += joined(scope.lives(), p, from, to) ? 1 : 0;
            left += left(scope.lives(), p, from, to) ? 1 : 0;
            returned += first < from && gone < from && back >= from && back < to ? 1 : 0;
            total += first < to && (gone >= to || back < to) ? 1 : 0;
            belonged += first < to && (gone >= from || back < to) ? 1 : 0;
        }
        return new Growth(atStart, joined, left, returned, total, belonged, undated);
    }

    static boolean joined(People.Lives lives, int person, long from, long to) {
        long first = lives.firstSeen(person);
        return first >= from && first < to;
    }

    /// Left, and was not back at the end.
    static boolean left(People.Lives lives, int person, long from, long to) {
        long gone = lives.leftAt(person);
        return gone >= from
                && gone < to
                && lives.firstSeen(person) < to
                && lives.backAt(person) >= to;
    }

    /// How many came and left on each day of this window and the one before; days without are
    /// absent.
    static Map<LocalDate, Moves> byDay(Ask ask, Scope scope) {
        long from = Census.micros(ask.window().before().from());
        long to = Census.micros(ask.window().to());
        var zone = ask.window().zone();
        var days = new HashMap<LocalDate, Moves>();
        var people = scope.people();
        for (int p = 0; p < people.size(); p++) {
            if (!scope.person(p)) {
                continue;
            }
            long first = scope.lives().firstSeen(p);
            if (first >= from && first < to) {
                days.merge(day(first, zone), new Moves(1, 0), Moves::plus);
            }
            long gone = scope.lives().leftAt(p);
            if (gone >= from && gone < to && scope.lives().backAt(p) >= to) {
                days.merge(day(gone, zone), new Moves(0, 1), Moves::plus);
            }
        }
        return days;
    }

    static LocalDate day(long micros, ZoneId zone) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000)).atZone(zone).toLocalDate();
    }
}
