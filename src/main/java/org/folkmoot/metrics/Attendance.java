package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// On which days of a span each member was active: no team, no bots.
@Service
public class Attendance {

    private final Almanac almanac;
    private final Sheets sheets;

    Attendance(Almanac almanac, Sheets sheets) {
        this.almanac = almanac;
        this.sheets = sheets;
    }

    /// Of all days from the first to the last given, both in it.
    public Register between(LocalDate first, LocalDate last) {
        return sheets.atOnce(
                notes -> {
                    var scope = almanac.scope(Filters.NONE, notes);
                    var register = new Register(first, last, scope.people());
                    for (var sheet : almanac.presence(first, last, notes)) {
                        int day = register.index(sheet.day());
                        Headcount.each(sheet, scope, (person, _) -> register.mark(person, day));
                    }
                    return register;
                });
    }

    /// A bit for each person and day; persons are numbered from 0.
    public static final class Register {

        private final LocalDate first;
        private final int days;
        private final int words;
        private final People people;
        private final long[] bits;

        private Register(LocalDate first, LocalDate last, People people) {
            this.first = first;
            this.days = (int) first.until(last, ChronoUnit.DAYS) + 1;
            this.words = (days + 63) / 64;
            this.people = people;
            this.bits = new long[words * people.size()];
        }

        private int index(LocalDate day) {
            return (int) first.until(day, ChronoUnit.DAYS);
        }

        private void mark(int person, int day) {
            bits[person * words + day / 64] |= 1L << (day % 64);
        }

        public int persons() {
            return people.size();
        }

        public long member(int person) {
            return people.id(person);
        }

        /// Which person this member is; -1 when nobody.
        public int person(long member) {
            return people.member(member);
        }

        /// Whether they were first seen before that time.
        public boolean seenBefore(int person, Instant time) {
            return people.lives().firstSeen(person) < Census.micros(time);
        }

        /// On how many days from one to another, both in it, they were active.
        public int days(int person, LocalDate from, LocalDate to) {
            int many = 0;
            for (int day = Math.max(0, index(from)); day <= Math.min(days - 1, index(to)); day++) {
                many += active(person, day) ? 1 : 0;
            }
            return many;
        }

        private boolean active(int person, int day) {
            return (bits[person * words + day / 64] >>> (day % 64) & 1) != 0;
        }

        /// The number of days in all.
        public int days(int person) {
            int many = 0;
            for (int word = 0; word < words; word++) {
                many += Long.bitCount(bits[person * words + word]);
            }
            return many;
        }

        /// The first day from this one on; null when there is none.
        public @Nullable LocalDate firstFrom(int person, LocalDate from) {
            for (int day = Math.max(0, index(from)); day < days; day++) {
                if (active(person, day)) {
                    return first.plusDays(day);
                }
            }
            return null;
        }
    }
}
