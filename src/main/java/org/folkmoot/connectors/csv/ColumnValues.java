package org.folkmoot.connectors.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One column of the sample: its name and the values that are not blank.
record ColumnValues(String name, String word, List<String> values) {

    private static final Set<String> ROLES =
            Set.of(
                    "staff",
                    "bot",
                    "community",
                    "member",
                    "admin",
                    "moderator",
                    "team",
                    "teammate",
                    "true",
                    "false",
                    "yes",
                    "no",
                    "0",
                    "1",
                    "ja",
                    "nein",
                    "owner",
                    "user",
                    "guest");

    /// What a value may look like.
    enum Looks {
        EMAIL("e-mail addresses", Pattern.compile("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]{2,}")),
        GITHUB("GitHub addresses", Pattern.compile("(https?://)?(www\\.)?github\\.com/[^/]+/?")),
        LINKEDIN(
                "LinkedIn addresses",
                Pattern.compile("(https?://)?([a-z]+\\.)?linkedin\\.com/\\S+")),
        X("X addresses", Pattern.compile("(https?://)?(www\\.)?(twitter|x)\\.com/[^/]+/?")),
        URL("web addresses", Pattern.compile("https?://\\S+")),
        DATE("dates", Pattern.compile("$^")) {
            @Override
            boolean fits(String value) {
                return value.matches(".*\\d.*[-/.: ].*\\d.*") && readable(value);
            }
        };

        private final String words;
        private final Pattern pattern;

        Looks(String words, Pattern pattern) {
            this.words = words;
            this.pattern = pattern;
        }

        boolean fits(String value) {
            return pattern.matcher(value).matches();
        }
    }

    static ColumnValues of(String name, List<List<String>> rows, int at) {
        var values =
                rows.stream()
                        .filter(row -> row.size() > at)
                        .map(row -> row.get(at).strip())
                        .filter(Predicate.not(String::isEmpty))
                        .toList();
        return new ColumnValues(name, CsvHeader.word(name), values);
    }

    static boolean readable(String value) {
        return new Dates(DateOrder.DAY_FIRST, Dates.USUAL.zone()).read(value) != null
                || Dates.USUAL.read(value) != null;
    }

    /// At least four in five values look so.
    boolean mostly(Looks looks) {
        return mostly(looks::fits);
    }

    private boolean mostly(Predicate<String> fits) {
        return !values.isEmpty() && values.stream().filter(fits).count() * 5 >= values.size() * 4L;
    }

    Guess guess(boolean activities) {
        var byName = HeaderWords.sure(word);
        var confidence = 0.95;
        if (byName == null) {
            byName = HeaderWords.either(word, activities);
            confidence = 0.8;
        }
        if (byName == Target.ROLE
                && !mostly(v -> ROLES.contains(v.toLowerCase(Locale.ROOT)))
                && !values.isEmpty()) {
            byName = Target.JOB_TITLE;
            confidence = 0.6;
        }
        var doubt = byName == null ? null : doubt(byName);
        if (byName != null && doubt == null) {
            // of two dates the one that is told, such as of a guest list before the event
            var told = byName != Target.TIME || !values.isEmpty();
            return new Guess(name, byName, told ? confidence : 0.2, "Its name says so.");
        }
        return doubt != null ? new Guess(name, Target.FIELD, 0.4, doubt) : byValues(activities);
    }

    /// Why the values speak against what the name says.
    private @Nullable String doubt(Target target) {
        if (values.isEmpty()) {
            return null;
        }
        return switch (target) {
            case EMAIL ->
                    values.stream().noneMatch(v -> v.contains("@"))
                            ? "Its name says e-mail, but no value is an address."
                            : null;
            case NAME ->
                    mostly(v -> v.matches("[\\d .-]+"))
                            ? "Its name says who, but its values are numbers."
                            : null;
            case TIME, JOINED, LAST_SEEN ->
                    values.stream().noneMatch(ColumnValues::readable)
                            ? "Its name says date, but no value can be read as one."
                            : null;
            default -> null;
        };
    }

    private Guess byValues(boolean activities) {
        if (values.isEmpty()) {
            return new Guess(name, Target.IGNORE, 0.9, "It is empty in the rows looked at.");
        }
        for (var looks : Looks.values()) {
            if (mostly(looks)) {
                var target =
                        switch (looks) {
                            case EMAIL -> Target.EMAIL;
                            case GITHUB -> Target.GITHUB;
                            case LINKEDIN -> Target.LINKEDIN;
                            case X -> Target.X;
                            case URL -> activities ? Target.LINK : Target.WEBSITE;
                            case DATE -> activities ? Target.TIME : Target.FIELD;
                        };
                return new Guess(name, target, 0.6, "Its values are " + looks.words + ".");
            }
        }
        return new Guess(
                name, Target.FIELD, 0.3, "Nothing tells what it is: kept by its own name.");
    }
}
