package org.folkmoot.effect;

import java.time.LocalDate;
import org.folkmoot.metrics.Attendance.Register;

/// Who was active on which days; persons and days are numbered from 0.
interface Days {

    int persons();

    /// Which member a person is.
    long member(int person);

    /// The number of the day on which they were first seen, negative when before day 0;
    /// `Integer.MAX_VALUE` for those who are not counted.
    int since(int person);

    /// On how many days from one to another, both in it, they were active.
    int many(int person, int from, int to);

    /// The first of these days on which they were active; -1 when there is none.
    int next(int person, int from, int to);

    LocalDate day(int number);

    /// Whether they were active on any of these days.
    default boolean any(int person, int from, int to) {
        return next(person, from, to) >= 0;
    }

    static Days of(Register register) {
        return new Days() {
            @Override
            public int persons() {
                return register.persons();
            }

            @Override
            public long member(int person) {
                return register.member(person);
            }

            @Override
            public int since(int person) {
                return register.since(person);
            }

            @Override
            public int many(int person, int from, int to) {
                return register.many(person, from, to);
            }

            @Override
            public int next(int person, int from, int to) {
                return register.next(person, from, to);
            }

            @Override
            public LocalDate day(int number) {
                return register.day(number);
            }
        };
    }
}
