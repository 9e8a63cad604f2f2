package org.folkmoot.orbit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Address;

/// What is asked of where people stand: it lives in a page's address.
///
/// @param window how many days back the comparison goes: 7, 30, 90 or 365
/// @param where a condition on people as texts write it; empty for everybody
/// @param todays whether past days are weighed by today's weights
/// @param today the community's
record Question(
        Profile profile,
        LocalDate asOf,
        int window,
        String where,
        boolean todays,
        LocalDate today) {

    static final List<Integer> WINDOWS = List.of(7, 30, 90, 365);

    Question {
        if (!WINDOWS.contains(window)) {
            throw new Refusal.Unusable(
                    "A window is 7, 30, 90 or 365 days long, not %d.".formatted(window));
        }
    }

    /// From the parameters `profile`, `asOf`, `window`, `where` and `weights`; each may be missing
    /// or empty.
    static Question of(Map<String, String> query, LocalDate today) {
        var asked = query.getOrDefault("profile", "");
        var profile =
                Arrays.stream(Profile.values())
                        .filter(p -> asked.isBlank() || p.key().equals(asked))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Refusal.Unusable(
                                                "There is no profile %s. Ask for milestones or decay."
                                                        .formatted(asked)));
        var asOf = query.getOrDefault("asOf", "");
        var weights = query.getOrDefault("weights", "");
        if (!weights.isBlank() && !weights.equals("today")) {
            throw new Refusal.Unusable(
                    "weights=%s will not do: leave it out, or ask for today.".formatted(weights));
        }
        return new Question(
                profile,
                asOf.isBlank() ? today : day(asOf.strip()),
                window(query.getOrDefault("window", "")),
                query.getOrDefault("where", "").strip(),
                !weights.isBlank(),
                today);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable(
                    "The day %s cannot be read. Write it like 2026-03-31.".formatted(text));
        }
    }

    private static int window(String text) {
        if (text.isBlank()) {
            return 30;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("The window %s is not a number of days.".formatted(text));
        }
    }

    /// The day it is compared with: the last one of the window before.
    LocalDate before() {
        return asOf.minusDays(window);
    }

    boolean now() {
        return asOf.equals(today);
    }

    /// As an address's query, with some parameters replaced; an empty one is dropped.
    String query(Map<String, String> instead) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("profile", profile == Profile.MILESTONES ? "" : profile.key());
        parts.put("asOf", now() ? "" : asOf.toString());
        parts.put("window", window == 30 ? "" : Integer.toString(window));
        parts.put("where", where);
        parts.put("weights", todays ? "today" : "");
        parts.putAll(instead);
        return Address.query(parts).replace("+", "%20");
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// A condition on where people stood at the end of a day, as the list of people reads it.
    String on(String condition, LocalDate day) {
        return condition
                + (day.equals(today) ? "" : " on " + day)
                + (todays && !day.equals(today) ? " by today" : "");
    }

    /// The address of the list of these people, below the community.
    String people(String condition) {
        var all =
                condition + " and role is member" + (where.isEmpty() ? "" : " and (" + where + ")");
        return "/people?where=" + encoded(all);
    }
}
