package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.folkmoot.community.Communities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// On which days of a span each member was active: no team, no bots.
@Service
public class Attendance {

    private final Almanac almanac;
    private final Sheets sheets;
    private final Communities communities;

    Attendance(Almanac almanac, Sheets sheets, Communities communities) {
        this.almanac = almanac;
        this.sheets = sheets;
        this.communities = communities;
    }

    /// Of all days from the first to the last given, both in it.
    public Register between(LocalDate first, LocalDate last) {
        return sheets.atOnce(
                notes -> {
                    var scope = almanac.scope(Filters.NONE, notes);
                    var register =
                            new Register(first, last, scope, () -> communities.here().zone());
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
        private final Scope scope;
        private final Supplier<ZoneId> zone;
        private int @Nullable [] since;
        private final long[] bits;

        private Register(LocalDate first, LocalDate last, Scope scope, Supplier<ZoneId> zone) {
            this.first = first;
            this.scope = scope;
            this.zone = zone;
            this.days = (int) first.until(last, ChronoUnit.DAYS) + 1;
            this.words = (days + 63) / 64;
            this.people = scope.people();
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

        /// The day that has this number; the first has 0.
        public LocalDate day(int number) {
            return first.plusDays(number);
        }

        /// The number of the day on which they were first seen, negative when before the first;
        /// `Integer.MAX_VALUE` when that is not known, and for the team and bots.
        public int since(int person) {
            var known = since;
            if (known == null) {
                known = firstSeen();
                since = known;
            }
            return known[person];
        }

        private int[] firstSeen() {
            var clock = zone.get();
            var seen = new int[people.size()];
            for (int p = 0; p < seen.length; p++) {
                long at = scope.lives().firstSeen(p);
                seen[p] =
                        scope.person(p) && at != People.NEVER
                                ? index(Comings.day(at, clock))
                                : Integer.MAX_VALUE;
            }
            return seen;
        }

        /// On how many days from one to another, both in it, they were active.
        public int days(int person, LocalDate from, LocalDate to) {
            return many(person, index(from), index(to));
        }

        /// The same by the days' numbers; days that lie outside have nobody.
        public int many(int person, int from, int to) {
            int low = Math.max(0, from);
            int high = Math.min(days - 1, to);
            int many = 0;
            for (int word = low / 64; word * 64 <= high; word++) {
                many += Long.bitCount(bits[person * words + word] & mask(word, low, high));
            }
            return many;
        }

        /// The number of the first day from one to another on which they were active; -1 when there
        /// is none.
        public int next(int person, int from, int to) {
            int low = Math.max(0, from);
            int high = Math.min(days - 1, to);
            for (int word = low / 64; word * 64 <= high; word++) {
                long found = bits[person * words + word] & mask(word, low, high);
                if (found != 0) {
                    return word * 64 + Long.numberOfTrailingZeros(found);
                }
            }
            return -1;
        }

        /// The number of the last such day; -1 when there is none.
        public int last(int person, int from, int to) {
            int low = Math.max(0, from);
            int high = Math.min(days - 1, to);
            for (int word = high / 64; high >= low && word * 64 + 63 >= low; word--) {
                long found = bits[person * words + word] & mask(word, low, high);
                if (found != 0) {
                    return word * 64 + 63 - Long.numberOfLeadingZeros(found);
                }
            }
            return -1;
        }

        /// The bits of one word that lie from one day to another.
        private static long mask(int word, int low, int high) {
            long mask = -1L;
            if (word * 64 < low) {
                mask &= -1L << (low - word * 64);
            }
            return word * 64 + 63 > high ? mask & (-1L >>> (word * 64 + 63 - high)) : mask;
        }

        /// The number of days in all.
        public int days(int person) {
            return many(person, 0, days - 1);
        }

        /// The first day from this one on; null when there is none.
        public @Nullable LocalDate firstFrom(int person, LocalDate from) {
            int day = next(person, index(from), days - 1);
            return day < 0 ? null : first.plusDays(day);
        }
    }
}
