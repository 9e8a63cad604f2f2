package org.folkmoot.effect;

import java.util.function.ToDoubleFunction;

/// What became of people after the day they were looked at.
enum Outcome {
    BACK("Active again at all", true) {
        @Override
        double of(Look look, int after, Days days) {
            return days.any(look.person(), look.day() + 1, look.day() + after) ? 1 : 0;
        }
    },
    STILL("Still active in the last third", true) {
        @Override
        double of(Look look, int after, Days days) {
            int from = look.day() + after - after / 3 + 1;
            return days.any(look.person(), from, look.day() + after) ? 1 : 0;
        }
    },
    DAYS("Active days", false) {
        @Override
        double of(Look look, int after, Days days) {
            return days.many(look.person(), look.day() + 1, look.day() + after);
        }
    };

    private final String label;
    private final boolean share;

    Outcome(String label, boolean share) {
        this.label = label;
        this.share = share;
    }

    /// Of the days after the one of the look, so many.
    abstract double of(Look look, int after, Days days);

    String label() {
        return label;
    }

    /// Whether its mean is a share of people rather than a number of days.
    boolean share() {
        return share;
    }

    Difference difference(Alike alike, int after, Days days) {
        ToDoubleFunction<Look> value = look -> of(look, after, days);
        return Difference.of(alike, value);
    }
}
