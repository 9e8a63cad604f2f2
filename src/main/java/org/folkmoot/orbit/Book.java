package org.folkmoot.orbit;

import java.time.LocalDate;

/// The day sheets of a community up to some day, in order and without a gap.
///
/// @param rules what else than the ledger they depend on
/// @param first the first day of which anything is known
/// @param versions of each day from the first on, as the ledger counts them
/// @param bodies the sheets, beside the versions
@SuppressWarnings("ArrayRecordComponent") // never compared
record Book(String rules, LocalDate first, long[] versions, byte[][] bodies) {

    int days() {
        return versions.length;
    }

    LocalDate day(int place) {
        return first.plusDays(place);
    }

    /// How many of its days are not after that one.
    int until(LocalDate last) {
        return (int) Math.clamp(last.toEpochDay() - first.toEpochDay() + 1, 0, (long) days());
    }

    /// Another number after every change up to that day.
    long stamp(LocalDate last) {
        long sum = 0;
        for (int i = 0; i < until(last); i++) {
            sum += versions[i];
        }
        return sum;
    }

    long bytes() {
        long sum = 0;
        for (var body : bodies) {
            sum += body.length + 24L;
        }
        return sum;
    }

    /// The sheet of a day, if this book has it in that version.
    byte @org.jspecify.annotations.Nullable [] body(LocalDate day, long version) {
        long place = day.toEpochDay() - first.toEpochDay();
        return place >= 0 && place < days() && versions[(int) place] == version
                ? bodies[(int) place]
                : null;
    }
}
