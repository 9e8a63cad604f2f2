package org.folkmoot.brief;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// When people are here.
///
/// @param people seven days from Monday, each of 24 hours: how many people took part at that hour
/// @param done the same: how much they did
/// @param months the last thirteen, the running one last; those without anybody are absent
public record Rhythm(List<List<Integer>> people, List<List<Integer>> done, List<Month> months) {

    public Rhythm {
        people = people.stream().map(List::copyOf).toList();
        done = done.stream().map(List::copyOf).toList();
        months = List.copyOf(months);
    }

    /// @param people who took part in it
    public record Month(YearMonth month, int people) {}

    public record Hour(DayOfWeek day, int hour, int people) {}

    boolean silent() {
        return busiest().people() == 0;
    }

    /// The hour of the week in which most people are here; the first of several.
    Hour busiest() {
        return IntStream.range(0, 7 * 24)
                .mapToObj(
                        i ->
                                new Hour(
                                        DayOfWeek.of(i / 24 + 1),
                                        i % 24,
                                        people.get(i / 24).get(i % 24)))
                .max(
                        Comparator.comparingInt(Hour::people)
                                .thenComparing(Comparator.comparing(Hour::day).reversed())
                                .thenComparing(Comparator.comparingInt(Hour::hour).reversed()))
                .orElseThrow();
    }

    private int done(DayOfWeek day) {
        return done.get(day.getValue() - 1).stream().mapToInt(n -> n).sum();
    }

    private int all() {
        return IntStream.rangeClosed(1, 7).map(d -> done(DayOfWeek.of(d))).sum();
    }

    /// Days by how much was done on them, the most first.
    List<DayOfWeek> days() {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(DayOfWeek::of)
                .sorted(Comparator.comparingInt(d -> -done(d)))
                .toList();
    }

    /// The share of everything that is done on Saturday and Sunday; 0 when nothing is.
    double weekend() {
        return all() == 0
                ? 0
                : (double) (done(DayOfWeek.SATURDAY) + done(DayOfWeek.SUNDAY)) / all();
    }

    /// The shortest run of hours, round the clock, in which half of everything is done.
    ///
    /// @param until exclusive, 0 for midnight
    record Half(int from, int until) {}

    Half half() {
        var hours = new int[24];
        for (var day : done) {
            for (int h = 0; h < 24; h++) {
                hours[h] += day.get(h);
            }
        }
        for (int length = 1; length <= 24; length++) {
            int best = -1;
            int most = 0;
            for (int from = 0; from < 24; from++) {
                int sum = 0;
                for (int i = 0; i < length; i++) {
                    sum += hours[(from + i) % 24];
                }
                if (2 * sum >= all() && sum > most) {
                    best = from;
                    most = sum;
                }
            }
            if (best >= 0) {
                return new Half(best, (best + length) % 24);
            }
        }
        return new Half(0, 0);
    }

    /// Of the months that are over, the one with most people; none before there are three.
    Optional<Month> fullest() {
        return over().stream().max(Comparator.comparingInt(Month::people));
    }

    Optional<Month> emptiest() {
        return over().stream().min(Comparator.comparingInt(Month::people));
    }

    private List<Month> over() {
        return months.size() < 4 ? List.of() : months.subList(1, months.size() - 1);
    }
}
