package org.folkmoot.orbit;

import java.time.LocalDate;

/// What everybody reached by the end of a day: adds sheets up in the order of their days.
final class Tally implements DaySheet.Taker {

    private final LocalDate asOf;
    private final Year year;
    private final Weights weights;
    private final Persons persons;
    private final long[] reached;
    private final double[] love;
    private int day;
    private double factor;

    private Tally(LocalDate asOf, Weights weights, Persons persons, long[] reached, double[] love) {
        this.asOf = asOf;
        this.year = new Year(asOf);
        this.weights = weights;
        this.persons = persons;
        this.reached = reached;
        this.love = love;
    }

    static Tally of(LocalDate asOf, Weights weights, Persons persons) {
        return new Tally(
                asOf, weights, persons, new long[persons.size()], new double[persons.size()]);
    }

    /// Of levels alone: love is added up elsewhere.
    static Tally ofYear(LocalDate asOf, Weights weights, Persons persons) {
        return new Tally(asOf, weights, persons, new long[persons.size()], new double[0]);
    }

    /// The same as far as it is, to go on with.
    Tally copy() {
        return new Tally(asOf, weights, persons, reached.clone(), love.clone());
    }

    /// Adds the sheets from one place to before another.
    Tally take(Book book, int from, int to) {
        for (int i = from; i < to; i++) {
            var on = book.day(i);
            day = year.place(on);
            factor = Decay.factor(on, asOf);
            DaySheet.read(book.bodies()[i], this);
        }
        return this;
    }

    @Override
    public void did(long account, int kind, int times) {
        int person = persons.owner(account);
        if (person < 0) {
            return;
        }
        if (love.length > 0) {
            love[person] += weights.small(kind) * times * factor;
        }
        if (day > 0) {
            long now = Year.with(reached[person], weights.of(kind));
            reached[person] = weights.active(kind) ? year.active(now, day) : now;
        }
    }

    Board board() {
        return board(love);
    }

    /// With love that was added up elsewhere.
    Board board(double[] love) {
        var steps = new byte[reached.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) Year.step(reached[i]);
        }
        return new Board(asOf, persons, steps, love);
    }
}
