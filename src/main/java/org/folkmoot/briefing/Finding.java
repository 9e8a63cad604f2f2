package org.folkmoot.briefing;

import java.util.List;
import org.folkmoot.metrics.Beat;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.metrics.Beat.Where;

/// A number that lies far from what is usual, on a day or in the week up to it.
///
/// @param span 1 or 7 days
/// @param causes the parts that differ most in the same direction
record Finding(
        Of of, Where where, String key, String name, int span, Season.Off off, List<Cause> causes) {

    Finding {
        causes = List.copyOf(causes);
    }

    /// A platform or place that makes up some of the difference.
    ///
    /// @param share of the whole difference, 0.62; the parts may overlap
    record Cause(
            String where, String key, String name, double value, double expected, double share) {}

    boolean fell() {
        return off.z() < 0;
    }

    /// Whether it is large enough to matter to anybody: a fifth of what is usual, and five
    /// people or posts; half as long again for a wait.
    boolean matters() {
        if (of == Of.RESPONSE) {
            return Math.max(off.value(), off.expected())
                    >= 1.5 * Math.min(off.value(), off.expected());
        }
        double apart = Math.abs(off.value() - off.expected());
        double all = apart * span;
        return all >= 5 && apart >= 0.2 * off.expected();
    }

    /// The same thing moving the same way: one thing to say, however many parts show it.
    /// Fewer people do less.
    String story() {
        return (of == Of.ACTIVE ? Of.DEEDS : of) + (fell() ? " down" : " up");
    }

    static Finding of(Beat beat, int span, Season.Off off) {
        return new Finding(beat.of(), beat.where(), beat.key(), beat.name(), span, off, List.of());
    }

    Finding because(List<Cause> more) {
        return new Finding(of, where, key, name, span, off, more);
    }
}
