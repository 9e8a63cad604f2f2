package org.folkmoot.orbit;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.folkmoot.activity.Kind;

/// Everything that one person did, by day and kind, and where that puts her on any day.
///
/// @param did in the order of days
record Life(List<Did> did) {

    Life {
        did = did.stream().sorted(Comparator.comparing(Did::day)).toList();
    }

    /// What she reached in the 365 days up to that day.
    Reached reached(LocalDate asOf, Weights weights) {
        var year = new Year(asOf);
        long reached = 0;
        for (var one : in(year, asOf)) {
            reached = Year.with(reached, weights.of(one.kind().ordinal()));
            if (weights.active(one.kind().ordinal())) {
                reached = year.active(reached, year.place(one.day()));
            }
        }
        return Year.of(reached);
    }

    double love(LocalDate asOf, Weights weights) {
        double love = 0;
        for (var one : did) {
            if (!one.day().isAfter(asOf)) {
                love +=
                        weights.small(one.kind().ordinal())
                                * one.times()
                                * Decay.factor(one.day(), asOf);
            }
        }
        return love;
    }

    private List<Did> in(Year year, LocalDate asOf) {
        return did.stream()
                .filter(d -> !d.day().isBefore(year.first()) && !d.day().isAfter(asOf))
                .toList();
    }

    /// @param times in the 365 days
    record Heavy(Kind kind, int weight, int times, LocalDate last) {

        /// "once", "3 times".
        String often() {
            return times == 1 ? "once" : times + " times";
        }
    }

    /// The weightiest things of the 365 days, the weightiest and then the latest first.
    List<Heavy> heaviest(LocalDate asOf, Weights weights, int most) {
        var heavy = new TreeMap<Kind, Heavy>();
        for (var one : in(new Year(asOf), asOf)) {
            int weight = weights.of(one.kind().ordinal());
            if (weight > 0) {
                heavy.merge(
                        one.kind(),
                        new Heavy(one.kind(), weight, one.times(), one.day()),
                        (a, b) -> new Heavy(a.kind(), weight, a.times() + b.times(), b.last()));
            }
        }
        return heavy.values().stream()
                .sorted(
                        Comparator.comparingInt(Heavy::weight)
                                .thenComparing(Heavy::last)
                                .reversed())
                .limit(most)
                .toList();
    }

    /// A week, month or quarter with enough active days.
    ///
    /// @param first its first day on which she was active
    record Span(LocalDate first, int days) {}

    /// What part of the year a day is in.
    enum Piece {
        WEEK(
                Year.A_WEEK,
                d ->
                        d.get(IsoFields.WEEK_BASED_YEAR) * 100
                                + d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
        MONTH(Year.A_MONTH, d -> d.getYear() * 12 + d.getMonthValue()),
        QUARTER(Year.A_QUARTER, d -> d.getYear() * 4 + d.get(IsoFields.QUARTER_OF_YEAR));

        private final int enough;

        @SuppressWarnings("ImmutableEnumChecker") // they hold nothing
        private final ToIntFunction<LocalDate> of;

        Piece(int enough, ToIntFunction<LocalDate> of) {
            this.enough = enough;
            this.of = of;
        }

        int enough() {
            return enough;
        }

        /// "weeks".
        String words() {
            return name().toLowerCase(Locale.ROOT) + "s";
        }
    }

    /// Those with enough active days, the latest first.
    List<Span> spans(Piece piece, LocalDate asOf, Weights weights) {
        var spans = all(piece, asOf, weights);
        spans.removeIf(s -> s.days() < piece.enough);
        return spans.reversed();
    }

    /// Active days so far in the week, month or quarter of the day itself.
    int running(Piece piece, LocalDate asOf, Weights weights) {
        return all(piece, asOf, weights).stream()
                .filter(s -> piece.of.applyAsInt(s.first()) == piece.of.applyAsInt(asOf))
                .mapToInt(Span::days)
                .findAny()
                .orElse(0);
    }

    private List<Span> all(Piece piece, LocalDate asOf, Weights weights) {
        var spans = new TreeMap<Integer, Span>();
        in(new Year(asOf), asOf).stream()
                .filter(d -> weights.active(d.kind().ordinal()))
                .map(Did::day)
                .distinct()
                .forEach(
                        day ->
                                spans.merge(
                                        piece.of.applyAsInt(day),
                                        new Span(day, 1),
                                        (a, b) -> new Span(a.first(), a.days() + 1)));
        return new ArrayList<>(spans.values());
    }
}
