package org.folkmoot.effect;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Address;

/// What is asked of an effect: it lives in a page's address.
///
/// @param after how many days are looked ahead from the day after: 30, 60 or 90
/// @param span of how many days those are who did it: 90, 180 or 365
/// @param where a condition on people as texts write it; empty for everybody
/// @param asOf the last day that is looked at, a whole one
/// @param yesterday the community's
record Question(
        Cause cause, int after, int span, String where, LocalDate asOf, LocalDate yesterday) {

    static final List<Integer> AFTER = List.of(30, 60, 90);
    static final List<Integer> SPANS = List.of(90, 180, 365);

    /// So many days before are looked at, to compare like with like, and to check that.
    static final int BEFORE = 84;

    Question {
        among("look ahead", after, AFTER);
        among("span", span, SPANS);
        if (asOf.isAfter(yesterday)) {
            throw new Refusal.Unusable(
                    "%s is not over yet. Choose yesterday or a day before.".formatted(asOf));
        }
        if (asOf.getYear() < 1970) {
            throw new Refusal.Unusable("Choose a day from 1970 on, not %s.".formatted(asOf));
        }
    }

    private static void among(String what, int days, List<Integer> choices) {
        if (!choices.contains(days)) {
            throw new Refusal.Unusable(
                    "A %s is %d, %d or %d days long, not %d."
                            .formatted(what, choices.get(0), choices.get(1), choices.get(2), days));
        }
    }

    /// From the parameters `did`, `after`, `span`, `where` and `asOf`; each may be
    /// missing or empty.
    ///
    /// @param otherwise what is asked of when `did` is missing
    /// @throws Refusal.Unusable when one cannot be used
    static Question of(Map<String, String> query, Cause otherwise, LocalDate today) {
        var did = query.getOrDefault("did", "").strip();
        var cause =
                did.isEmpty()
                        ? otherwise
                        : Cause.of(did)
                                .orElseThrow(
                                        () ->
                                                new Refusal.Unusable(
                                                        "There is nothing like %s that people do here."
                                                                .formatted(did)));
        var yesterday = today.minusDays(1);
        return new Question(
                cause,
                days(query, "after", 30),
                days(query, "span", 365),
                query.getOrDefault("where", "").strip(),
                day(query.getOrDefault("asOf", "").strip(), yesterday),
                yesterday);
    }

    private static int days(Map<String, String> query, String name, int otherwise) {
        var text = query.getOrDefault(name, "").strip();
        if (!text.matches("\\d{0,4}")) {
            throw new Refusal.Unusable("The %s %s is not a number of days.".formatted(name, text));
        }
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable(
                    "The day %s cannot be read. Write it like 2026-03-31.".formatted(text));
        }
    }

    /// The first day on which somebody may have done it.
    LocalDate first() {
        return last().minusDays(span - 1L);
    }

    /// The last day on which somebody may have done it: from it, all days ahead are known.
    LocalDate last() {
        return asOf.minusDays(after);
    }

    boolean now() {
        return asOf.equals(yesterday);
    }

    /// As an address's query, without the question mark, some parameters replaced.
    String query(Map<String, String> instead) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("did", cause.key());
        parts.put("after", Integer.toString(after));
        parts.put("span", Integer.toString(span));
        parts.put("where", where);
        parts.put("asOf", now() ? "" : asOf.toString());
        parts.putAll(instead);
        return Address.query(parts);
    }
}
