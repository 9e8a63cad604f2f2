package org.folkmoot.fields;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.kernel.Refusal;

/// What a field can hold.
enum FieldKind {
    TEXT("Text", "Up to 1,000 characters."),
    NUMBER("Number", "Like 12 or 12.5."),
    DATE("Date", "Like 2026-03-28."),
    CHOICE("Choice", "One of a list."),
    YES_NO("Yes or no", "Yes or no.");

    static final int LONGEST = 1000;
    private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");

    private final String label;
    private final String help;

    FieldKind(String label, String help) {
        this.label = label;
        this.help = help;
    }

    /// As stored and typed by programs: `yes_no`.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    String help() {
        return help;
    }

    static Optional<FieldKind> of(String key) {
        return Arrays.stream(values()).filter(k -> k.key().equals(key)).findAny();
    }

    /// What was typed, as it is kept: `12.5`, `2026-03-28`, `yes`, a choice as it is listed.
    ///
    /// @param choices of the field, where it is one of a list
    /// @throws Refusal.Unusable in words for whoever typed it
    String usable(String typed, List<String> choices) {
        var value = typed.replace("\0", "").strip();
        if (value.isEmpty()) {
            throw new Refusal.Unusable("Write something, or take the value back.");
        }
        return switch (this) {
            case TEXT -> text(value);
            case NUMBER -> number(value);
            case DATE -> date(value);
            case CHOICE -> choice(value, choices);
            case YES_NO -> yesOrNo(value);
        };
    }

    private static String text(String value) {
        if (value.codePointCount(0, value.length()) > LONGEST) {
            throw new Refusal.Unusable(
                    "That is longer than 1,000 characters: shorten it, or write it as a note.");
        }
        return value;
    }

    private static String number(String value) {
        var digits = value.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (!NUMBERS.matcher(digits).matches()) {
            throw new Refusal.Unusable(
                    "“%s” is no number: write digits, like 12 or 12.5.".formatted(cut(value)));
        }
        var number = new BigDecimal(digits.replace(',', '.')).stripTrailingZeros();
        return number.toPlainString();
    }

    private static String date(String value) {
        try {
            var day = LocalDate.parse(value);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day.toString();
            }
        } catch (DateTimeException e) {
            throw notADate(value);
        }
        throw notADate(value);
    }

    private static Refusal notADate(String value) {
        return new Refusal.Unusable(
                "“%s” is no date: write year, month and day, like 2026-03-28."
                        .formatted(cut(value)));
    }

    private static String choice(String value, List<String> choices) {
        return choices.stream()
                .filter(c -> c.equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "“%s” is not on the list: choose one of %s."
                                                .formatted(
                                                        cut(value), String.join(", ", choices))));
    }

    private static String yesOrNo(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1", "ja", "oui", "sí", "si" -> "yes";
            case "no", "n", "false", "0", "nein", "non" -> "no";
            default ->
                    throw new Refusal.Unusable("“%s” is neither yes nor no.".formatted(cut(value)));
        };
    }

    private static String cut(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
