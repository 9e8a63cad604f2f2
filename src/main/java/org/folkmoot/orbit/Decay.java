package org.folkmoot.orbit;

import java.time.LocalDate;

/// The Orbit model of 2021: love fades by a tenth a month.
final class Decay {

    private static final double MONTHLY = 0.9;

    /// So small a difference comes from adding up.
    private static final double DUST = 1e-9;

    private Decay() {}

    /// 1 to 3 for what weighs 1 to 12 in the other profile; 0 for nothing.
    static int weight(int weight) {
        return (weight + 3) / 4;
    }

    /// What a day counts for as of another: 0.9 for each calendar month between them.
    static double factor(LocalDate day, LocalDate asOf) {
        int months =
                (asOf.getYear() - day.getYear()) * 12 + asOf.getMonthValue() - day.getMonthValue();
        return Math.pow(MONTHLY, months);
    }

    /// 0.9 for each whole month since.
    static double reached(int points, long wholeMonths) {
        return points * Math.pow(MONTHLY, (double) wholeMonths);
    }

    /// The orbit, 1 being the innermost; 0 for none.
    static int orbit(double love) {
        if (love <= 0) {
            return 0;
        }
        return love + DUST >= 1.5 ? 1 : love + DUST >= 1 ? 2 : love + DUST >= 0.5 ? 3 : 4;
    }
}
