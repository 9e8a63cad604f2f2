package org.folkmoot.orbit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Somebody whom a person met.
///
/// @param spoke whether one ever replied to, mentioned, reviewed or accepted the other; else they
///     only reacted or met in a thread
/// @param last the day on which they last did
record Contact(long member, String name, boolean spoke, LocalDate last) {

    private static final int SPOKE = 10;

    /// What it adds to her reach at the end of a day.
    double worth(LocalDate asOf) {
        return Decay.reached(spoke ? SPOKE : 1, Math.max(0, ChronoUnit.MONTHS.between(last, asOf)));
    }

    static double reach(List<Contact> contacts, LocalDate asOf) {
        return contacts.stream().mapToDouble(c -> c.worth(asOf)).sum();
    }
}
