package org.folkmoot.consent;

import org.folkmoot.kernel.Refusal;

/// How often and when the people of a community may be asked.
///
/// @param from the first quiet minute of the day
/// @param until the first minute that is not quiet any more
/// @param daysOff whether days without business hours are quiet too
/// @param chosen false while nobody has chosen any: then these are the usual ones
record Rules(Budget budget, int from, int until, boolean daysOff, boolean chosen) {

    static final Rules USUAL = new Rules(new Budget(3, 30), 20 * 60, 8 * 60, false, false);

    /// @throws Refusal.Unusable in words for the person
    static Rules of(int asks, int days, String from, String until, boolean daysOff) {
        if (asks < 1 || asks > 100) {
            throw new Refusal.Unusable("Let people be asked 1 to 100 times.");
        }
        if (days < 1 || days > 366) {
            throw new Refusal.Unusable("Count over 1 to 366 days.");
        }
        return new Rules(new Budget(asks, days), minute(from), minute(until), daysOff, true);
    }

    private static int minute(String time) {
        var clean = time.strip();
        if (!clean.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
            throw new Refusal.Unusable("Write the quiet hours like 20:00 and 08:00.");
        }
        var parts = clean.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }

    /// "20:00".
    static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
