package org.folkmoot.connectors.csv;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.intake.JsonRows;
import tools.jackson.core.JacksonException;

/// How the columns of a CSV become people and activities: guessed, then chosen by a person, and
/// remembered as one line of JSON in an import's option `mapping`.
///
/// @param columns what each column feeds, by the column's name; a column that is not named is kept
///     as a field of its own
/// @param dates how dates such as 03/04/2024 are meant
/// @param zone where times without a zone were
/// @param kind what an activity is when its row does not say
public record Mapping(Map<String, Target> columns, DateOrder dates, ZoneId zone, Kind kind) {

    /// The columns that can tell who a row is about.
    static final Set<Target> IDENTITY =
            EnumSet.of(
                    Target.PERSON_ID,
                    Target.EMAIL,
                    Target.HANDLE,
                    Target.GITHUB,
                    Target.DISCORD,
                    Target.X,
                    Target.LINKEDIN,
                    Target.MASTODON,
                    Target.NAME,
                    Target.FIRST_NAME,
                    Target.LAST_NAME);

    public Mapping {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /// `{"columns":{"E-Mail":"email"},"dates":"day_first","zone":"UTC","kind":"message"}`
    public String json() {
        var columns = JsonRows.JSON.createObjectNode();
        this.columns.forEach((column, target) -> columns.put(column, target.key()));
        var all = JsonRows.JSON.createObjectNode();
        all.set("columns", columns);
        all.put("dates", dates.name().toLowerCase(Locale.ROOT));
        all.put("zone", zone.getId());
        all.put("kind", kind.key());
        return all.toString();
    }

    /// A mapping from its JSON.
    ///
    /// @throws IllegalArgumentException with a sentence, when this is no mapping
    public static Mapping of(String json) {
        try {
            var all = JsonRows.JSON.readTree(json);
            var columns = new LinkedHashMap<String, Target>();
            for (var entry : all.path("columns").properties()) {
                columns.put(entry.getKey(), Target.of(entry.getValue().asString("")));
            }
            return new Mapping(
                    columns,
                    DateOrder.valueOf(
                            all.path("dates").asString("month_first").toUpperCase(Locale.ROOT)),
                    ZoneId.of(all.path("zone").asString("UTC")),
                    Kind.of(all.path("kind").asString("message")));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The mapping cannot be used: it must be JSON with columns, dates, zone and kind as the"
                            + " documentation shows.",
                    e);
        }
    }

    /// What this choice cannot do, in sentences; empty when all is well.
    public List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (!columns.values().stream().anyMatch(IDENTITY::contains)) {
            warnings.add(
                    "No column tells who a row is about: choose a name, an e-mail, a user name or an id.");
        }
        var activity =
                columns.values().stream().anyMatch(t -> t.ofActivity() && t != Target.PLATFORM);
        if (activity && !columns.containsValue(Target.TIME)) {
            warnings.add(
                    "There are columns of activities but none that tells when they happened, so only the people are imported.");
        }
        for (var target : Target.values()) {
            var names = namesOf(target);
            if (names.size() > 1 && !target.many()) {
                warnings.add(
                        "%s can come from one column only, and is chosen for %s: the first that is not blank counts."
                                .formatted(target.label(), String.join(", ", names)));
            }
        }
        return warnings;
    }

    private Collection<String> namesOf(Target target) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == target)
                .map(Map.Entry::getKey)
                .toList();
    }
}
