package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who came, left, was active, stayed or was lost, by the same rules as the numbers.
@Component
class PeopleLists {

    private final Almanac almanac;
    private final Sheets sheets;
    private final Presences presences;

    PeopleLists(Almanac almanac, Sheets sheets, Presences presences) {
        this.almanac = almanac;
        this.sheets = sheets;
        this.presences = presences;
    }

    /// Those of a list of people, in its order.
    List<? extends Listed> of(Ask ask, Behind which, int most) {
        return which == Behind.JOINED || which == Behind.LEFT
                ? moved(ask, which, most)
                : regulars(ask, which, most);
    }

    /// @param at microseconds since 1970
    record Mover(long member, long at) implements Listed {

        private static final Comparator<Mover> NEWEST =
                Comparator.comparingLong(Mover::at).thenComparingLong(Mover::member).reversed();
    }

    /// The newest first.
    List<Mover> moved(Ask ask, Behind which, int most) {
        return sheets.atOnce(
                notes -> {
                    var scope = almanac.scope(ask.filters(), notes);
                    var best = new Best<>(most, Mover.NEWEST);
                    long from = Census.micros(ask.window().from());
                    long to = Census.micros(ask.window().to());
                    for (int p = 0; p < scope.people().size(); p++) {
                        if (scope.person(p)
                                && (which == Behind.JOINED
                                        ? Comings.joined(scope.lives(), p, from, to)
                                        : Comings.left(scope.lives(), p, from, to))) {
                            best.add(
                                    new Mover(
                                            scope.people().id(p),
                                            which == Behind.JOINED
                                                    ? scope.lives().firstSeen(p)
                                                    : scope.lives().leftAt(p)));
                        }
                    }
                    return best.all();
                });
    }

    /// @param days on how many days of this window, or of the one before for the lost
    record Regular(long member, long days, LocalDate last) implements Listed {

        private static final Comparator<Regular> ORDER =
                Comparator.comparingLong(Regular::days)
                        .thenComparing(Regular::last)
                        .reversed()
                        .thenComparingLong(Regular::member);
    }

    /// Those on most days first.
    List<Regular> regulars(Ask ask, Behind which, int most) {
        if (ask.filters().place() != null) {
            return presences.inPlace(ask, which, most);
        }
        return sheets.atOnce(
                notes -> {
                    var scope = almanac.scope(ask.filters(), notes);
                    var before = ask.window().before();
                    var sheets = almanac.presence(ask, before.first(), notes);
                    var now = new Days(scope, sheets, ask.window());
                    var then = new Days(scope, sheets, before);
                    var best = new Best<>(most, Regular.ORDER);
                    for (int p = 0; p < now.many.length; p++) {
                        var days = which == Behind.LOST ? then : now;
                        if (fits(which, now.many[p], then.many[p])) {
                            best.add(
                                    new Regular(
                                            scope.people().id(p),
                                            days.many[p],
                                            LocalDate.ofEpochDay(days.last[p])));
                        }
                    }
                    return best.all();
                });
    }

    private static boolean fits(Behind which, int now, int before) {
        return switch (which) {
            case RETAINED -> now > 0 && before > 0;
            case LOST -> now == 0 && before > 0;
            default -> now > 0;
        };
    }

    /// On how many days of a window each person was active, and the last of them.
    private static final class Days {
        private final int[] many;
        private final int[] last;

        Days(Scope scope, List<Sheets.Sheet> presence, Window window) {
            many = new int[scope.people().size()];
            last = new int[many.length];
            Arrays.fill(last, Integer.MIN_VALUE);
            for (var sheet : presence) {
                int today = (int) sheet.day().toEpochDay();
                if (sheet.day().isBefore(window.first()) || sheet.day().isAfter(window.last())) {
                    continue;
                }
                Headcount.each(
                        sheet,
                        scope,
                        (person, _) -> {
                            if (last[person] != today) {
                                last[person] = today;
                                many[person]++;
                            }
                        });
            }
        }
    }
}
