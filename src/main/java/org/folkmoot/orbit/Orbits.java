package org.folkmoot.orbit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.folkmoot.activity.Kinds;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Where people stand, as of any day, in the community we are in.
@Service
class Orbits {

    private final Books books;
    private final Residents residents;
    private final Boards boards;
    private final Kinds kinds;
    private final Communities communities;
    private final Clock clock;

    Orbits(
            Books books,
            Residents residents,
            Boards boards,
            Kinds kinds,
            Communities communities,
            Clock clock) {
        this.books = books;
        this.residents = residents;
        this.boards = boards;
        this.kinds = kinds;
        this.communities = communities;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return communities.here().zone();
    }

    /// What is known now, for boards up to that day.
    ///
    /// @throws Refusal.Unusable for a day that has not come yet
    Moment moment(LocalDate last, Books.Heard heard) {
        var zone = zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        if (last.isAfter(today) || last.getYear() < 1970) {
            throw new Refusal.Unusable(
                    "Choose a day from 1970 on that has come already, not %s.".formatted(last));
        }
        var book = books.of(zone, last, heard);
        var now = residents.now();
        return new Moment(zone, today, book, now.persons(), now.stirred(), Books.changing());
    }

    Moment moment(LocalDate last) {
        return moment(last, (_, _) -> {});
    }

    /// The weights that held at the end of a day.
    ///
    /// @param todays whether today's are asked for all the same
    Weights weights(LocalDate day, boolean todays) {
        var zone = zone();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return Weights.of(
                todays || end.isAfter(clock.instant()) ? kinds.here() : kinds.before(end));
    }

    Board board(LocalDate asOf, Weights weights, Moment now) {
        return boards.at(asOf, weights, now);
    }

    /// Where everybody stands at the end of a day, by the weights of then or of today.
    Board board(LocalDate asOf, boolean todays) {
        return board(asOf, weights(asOf, todays), moment(asOf));
    }

    /// How many stood where at the end of each of these days.
    ///
    /// @param days in rising order
    List<Standing> over(
            List<LocalDate> days, boolean todays, Moment now, boolean @Nullable [] among) {
        var loves = new HashMap<String, Fading>();
        var standings = new ArrayList<Standing>();
        for (var day : days) {
            var weights = weights(day, todays);
            Supplier<Standing> counting =
                    () ->
                            year(day, weights, now)
                                    .board(
                                            loves.computeIfAbsent(
                                                            weights.key(),
                                                            _ ->
                                                                    new Fading(
                                                                            days.getLast(),
                                                                            weights,
                                                                            now.persons()))
                                                    .at(day, now.book()))
                                    .standing(among);
            standings.add(
                    among == null ? boards.standing(day, weights, now, counting) : counting.get());
        }
        return standings;
    }

    private static Tally year(LocalDate day, Weights weights, Moment now) {
        var book = now.book();
        return Tally.ofYear(day, weights, now.persons())
                .take(book, book.until(day.minusDays(Year.DAYS)), book.until(day));
    }
}
