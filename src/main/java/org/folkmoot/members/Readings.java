package org.folkmoot.members;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.folkmoot.kernel.Refusal;

/// How fields of an export's lines are read, each with a sentence for what cannot be.
final class Readings {

    private Readings() {}

    static Keepsake.Reads text(String name, int most) {
        return (value, _) -> {
            var text = value.asString("").replace("\0", "");
            if (text.length() > most) {
                throw wrong(name, "is longer than %,d characters".formatted(most));
            }
            return text;
        };
    }

    static Keepsake.Reads oneOf(String name, String... all) {
        return (value, _) -> {
            if (!List.of(all).contains(value.asString(""))) {
                throw wrong(name, "is none of " + String.join(", ", all));
            }
            return value.asString("");
        };
    }

    static Keepsake.Reads number(String name, int least, int most) {
        return (value, _) -> {
            if (!value.isIntegralNumber()
                    || !value.canConvertToInt()
                    || value.asInt() < least
                    || value.asInt() > most) {
                throw wrong(name, "is no number from %,d to %,d".formatted(least, most));
            }
            return value.asInt();
        };
    }

    static Keepsake.Reads decimal(String name) {
        return (value, _) -> {
            if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
                throw wrong(name, "is no number");
            }
            return value.asDouble();
        };
    }

    static Keepsake.Reads flag(String name) {
        return (value, _) -> {
            if (!value.isBoolean()) {
                throw wrong(name, "is neither true nor false");
            }
            return value.asBoolean();
        };
    }

    /// @param parsed gives the text as it is kept
    static Keepsake.Reads timely(String name, UnaryOperator<String> parsed) {
        return (value, _) -> {
            try {
                return parsed.apply(value.asString(""));
            } catch (DateTimeException e) {
                throw wrong(name, "is no time that can be read");
            }
        };
    }

    static Refusal.Unusable wrong(String name, String how) {
        return new Refusal.Unusable("Its %s %s.".formatted(name, how));
    }
}
