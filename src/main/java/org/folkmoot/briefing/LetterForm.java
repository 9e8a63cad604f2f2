package org.folkmoot.briefing;

import java.time.DayOfWeek;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// The choice of letters as it was sent.
///
/// @param weekday 1 Monday to 7; empty for no weekly letter
record LetterForm(
        @Nullable String daily,
        @Nullable String weekday,
        @Nullable String hour,
        @Nullable String silent) {

    /// @throws Refusal.Unusable when it cannot be meant
    Letters of(long account) {
        int at = number(hour, 8, 0, 23, "Choose an hour from 0 to 23.");
        int on = number(weekday, 0, 0, 7, "Choose a day of the week.");
        return new Letters(account, is(daily), on == 0 ? null : DayOfWeek.of(on), at, is(silent));
    }

    private static boolean is(@Nullable String value) {
        return AnnotationForm.or(value).matches("on|true");
    }

    private static int number(
            @Nullable String typed, int otherwise, int least, int most, String words) {
        try {
            var text = AnnotationForm.or(typed);
            int value = text.isEmpty() ? otherwise : Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable(words);
        }
        throw new Refusal.Unusable(words);
    }

    /// As an address's query, to go back to it.
    static String query(Letters letters) {
        return "daily=%s&weekday=%s&hour=%d&silent=%s"
                .formatted(
                        letters.daily() ? "on" : "",
                        letters.weekday() == null ? "" : letters.weekday().getValue(),
                        letters.hour(),
                        letters.silent() ? "on" : "");
    }
}
