package org.folkmoot.orbit;

import java.time.LocalDate;

/// Love at several days, one after the other: what was added up for one goes on to the next.
final class Fading implements DaySheet.Taker {

    private final LocalDate last;
    private final Weights weights;
    private final Persons persons;
    private final double[] love;
    private int taken;
    private double factor;

    /// @param last the latest day that will be asked for
    Fading(LocalDate last, Weights weights, Persons persons) {
        this.last = last;
        this.weights = weights;
        this.persons = persons;
        this.love = new double[persons.size()];
    }

    /// Everybody's love at the end of a day, none earlier than the one asked for before.
    double[] at(LocalDate day, Book book) {
        for (; taken < book.until(day); taken++) {
            factor = Decay.factor(book.day(taken), last);
            DaySheet.read(book.bodies()[taken], this);
        }
        double since = Decay.factor(day, last);
        var then = new double[love.length];
        for (int i = 0; i < then.length; i++) {
            then[i] = love[i] / since;
        }
        return then;
    }

    @Override
    public void did(long account, int kind, int times) {
        int person = persons.owner(account);
        if (person >= 0) {
            love[person] += weights.small(kind) * times * factor;
        }
    }
}
