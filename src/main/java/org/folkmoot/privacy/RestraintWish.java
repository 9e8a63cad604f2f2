package org.folkmoot.privacy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// What was typed, ready to be kept.
///
/// @param request that asked for it; null when it was said otherwise
record RestraintWish(Restraint.Kind kind, String reason, LocalDate since, @Nullable Long request) {

    private static final int REASON = 1000;

    /// @param since `2026-03-03`; empty for today
    /// @throws Refusal.Unusable in words for the person
    static RestraintWish of(
            String kind, String reason, String since, @Nullable Long request, LocalDate today) {
        var clean = reason.replace("\0", "").strip();
        if (clean.isEmpty() || clean.length() > REASON) {
            throw new Refusal.Unusable(
                    "Say why, in up to 1,000 characters: it is kept, and she may ask for it.");
        }
        LocalDate day;
        try {
            day = since.isBlank() ? today : LocalDate.parse(since.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable("Write the day like 2026-03-28.");
        }
        if (day.isAfter(today) || day.getYear() < 1970) {
            throw new Refusal.Unusable("Choose a day up to today.");
        }
        return new RestraintWish(Restraint.Kind.of(kind), clean, day, request);
    }
}
