package org.folkmoot.lifecycle;

import org.folkmoot.metrics.Attendance.Register;

/// How somebody used to come, and how they come now.
///
/// @param person their number in the register
/// @param before active days of the 154 days before the last 28, or of fewer if they came later
/// @param length the number of days these are
/// @param recent active days of the last 28
/// @param last the number of the last day on which they were active
record Rhythm(int person, int before, int length, int recent, int last) {

    static final int RECENT = 28;
    static final int LENGTH = 182;

    /// With fewer active days there is no rhythm to fall out of.
    private static final int ENOUGH = 8;

    /// Nor with all of them within fewer days.
    private static final int LONG = 56;

    /// Whoever was away for longer has left already.
    private static final int GONE = 84;

    /// The chance below which so few days are no accident.
    private static final double HARDLY = 0.01;

    /// As of the end of a day.
    ///
    /// @param day its number; the register must begin 181 days before it or earlier
    static Rhythm of(Register register, int person, int day) {
        int until = day - RECENT;
        int first = register.next(person, day - LENGTH + 1, until);
        if (first < 0) {
            return new Rhythm(person, 0, 0, register.many(person, until + 1, day), -1);
        }
        return new Rhythm(
                person,
                register.many(person, first, until),
                until - first + 1,
                register.many(person, until + 1, day),
                register.last(person, first, day));
    }

    boolean regular() {
        return before >= ENOUGH && length >= LONG;
    }

    /// Active days that 28 days used to have.
    double usual() {
        return (double) before / length * RECENT;
    }

    /// The chance of so few active days in 28, or fewer, if nothing had changed: a lower tail of
    /// the binomial distribution.
    ///
    /// @param tide by how much everybody's days have become fewer, 1 for not at all: who is away
    ///     when all are away, in August, is not leaving
    double chance(double tide) {
        double share = Math.min(1, (double) before / length * tide);
        if (share >= 1) {
            return recent < RECENT ? 0 : 1;
        }
        double term = Math.pow(1 - share, RECENT);
        double sum = term;
        for (int days = 1; days <= recent; days++) {
            term *= (double) (RECENT - days + 1) / days * share / (1 - share);
            sum += term;
        }
        return sum;
    }

    /// @param day as of whose end it was read
    boolean leaving(double tide, int day) {
        return regular()
                && day - last < GONE
                && 2 * recent <= usual() * tide
                && chance(tide) < HARDLY;
    }

    /// Active days that 28 days have no more.
    double missed() {
        return usual() - recent;
    }
}
