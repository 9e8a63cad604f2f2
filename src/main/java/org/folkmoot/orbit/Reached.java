package org.folkmoot.orbit;

import java.util.ArrayList;
import java.util.List;

/// What somebody did in 365 days, as far as levels go.
///
/// @param weight of the weightiest activity, 0 to 12
/// @param weeks with 2 active days or more
/// @param months with 7 or more
/// @param quarters with 30 or more
record Reached(int weight, int weeks, int months, int quarters) {

    /// One way up to a step: a weight, or being there regularly.
    ///
    /// @param step 0 to 12: how far it leads
    /// @param words "opened a pull request", "2 active days in a week, in 3 weeks"
    record Way(int step, String words) {}

    /// 0 to 12: the highest that any way leads to.
    int step() {
        return ways().stream().mapToInt(Way::step).max().orElse(0);
    }

    List<Way> ways() {
        var ways = new ArrayList<Way>();
        ways.add(new Way(weight, weight == 0 ? "nothing with a weight" : "weight " + weight));
        ways.add(often(3, weeks, Year.A_WEEK, "week"));
        ways.add(often(6, months, Year.A_MONTH, "month"));
        ways.add(often(9, quarters, Year.A_QUARTER, "quarter"));
        return ways;
    }

    private static Way often(int below, int times, int days, String span) {
        return new Way(
                times == 0 ? 0 : below + Math.min(times, 3),
                times == 0
                        ? "no %s with %d active days".formatted(span, days)
                        : "%d active days or more in %d %s%s"
                                .formatted(days, times, span, times == 1 ? "" : "s"));
    }

    /// What leads to the next step: any one of these; empty at the top.
    List<String> next() {
        int next = step() + 1;
        if (next > Level.STEPS) {
            return List.of();
        }
        var ways = new ArrayList<String>();
        ways.add("something of weight %d%s".formatted(next, next < 12 ? " or more" : ""));
        switch (Level.of(next)) {
            case EXPLORING -> {}
            case PARTICIPATING -> ways.add(missing(next - 3, weeks, Year.A_WEEK, "week"));
            case CONTRIBUTING -> ways.add(missing(next - 6, months, Year.A_MONTH, "month"));
            case LEADING -> ways.add(missing(next - 9, quarters, Year.A_QUARTER, "quarter"));
        }
        return ways;
    }

    private static String missing(int wanted, int have, int days, String span) {
        int more = wanted - have;
        return "%d active days in %s"
                .formatted(
                        days,
                        more == 1
                                ? (have == 0 ? "one " : "one more ") + span
                                : "%d%s %ss".formatted(more, have == 0 ? "" : " more", span));
    }
}
