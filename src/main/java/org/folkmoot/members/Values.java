package org.folkmoot.members;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Criterion.Part;

/// Reads what was typed as the value of a part.
final class Values {

    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST = 1_000_000_000;

    private Values() {}

    /// The value as texts and addresses have it.
    ///
    /// @param about what was asked, for the refusal: "silent"
    /// @throws Refusal.Unusable if it has not the part's shape
    static String read(Part part, String about, String typed) {
        var value = typed.replace("\0", "").strip();
        return switch (part.shape()) {
            case NOTHING -> "";
            case TEXT -> text(about, value);
            case CHOICE -> choice(part, about, value);
            case NUMBER -> number(about, value, 0, MOST, "a whole number from 0 to a billion");
            case DAYS -> number(about, value, 1, MOST_DAYS, "a number of days from 1 to 36,500");
            case DATE -> date(about, value);
        };
    }

    private static String text(String about, String value) {
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            throw new Refusal.Unusable(
                    "Say what follows “%s” in 1 to %d characters.".formatted(about, LONGEST));
        }
        return value;
    }

    private static String choice(Part part, String about, String value) {
        var choices = part.choices().get();
        return choices.stream()
                .filter(c -> c.value().equalsIgnoreCase(value) || c.label().equalsIgnoreCase(value))
                .map(Criterion.Choice::value)
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "“%s %s” cannot be: use one of %s."
                                                .formatted(
                                                        about,
                                                        value,
                                                        choices.stream()
                                                                .map(Criterion.Choice::value)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    private static String number(String about, String value, int from, int to, String wanted) {
        try {
            var number = Integer.parseInt(value);
            if (number >= from && number <= to) {
                return Integer.toString(number);
            }
        } catch (NumberFormatException e) {
            throw cannot(about, value, wanted);
        }
        throw cannot(about, value, wanted);
    }

    private static String date(String about, String value) {
        try {
            var day = LocalDate.parse(value);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day.toString();
            }
        } catch (DateTimeException e) {
            throw cannot(about, value, "a day like 2026-03-28");
        }
        throw cannot(about, value, "a day like 2026-03-28");
    }

    private static Refusal cannot(String about, String value, String wanted) {
        return new Refusal.Unusable(
                "“%s %s” cannot be read: give %s.".formatted(about, value, wanted));
    }
}
