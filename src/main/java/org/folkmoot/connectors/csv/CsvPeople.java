package org.folkmoot.connectors.csv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.Person.Flag;
import org.jspecify.annotations.Nullable;

/// The person a row is about. Who is who is told by the id column, else by e-mail, user name, a
/// platform's handle, and last by name.
final class CsvPeople {

    private static final List<Target> HANDLES =
            List.of(
                    Target.HANDLE,
                    Target.GITHUB,
                    Target.DISCORD,
                    Target.X,
                    Target.MASTODON,
                    Target.LINKEDIN);
    private static final Set<String> STAFF =
            Set.of("staff", "team", "teammate", "admin", "owner", "employee");
    private static final Set<String> YES =
            Set.of("true", "yes", "1", "y", "ja", "oui", "si", "sí", "sim");

    private final Mapping mapping;
    private final String source;
    private final Dates dates;

    CsvPeople(Mapping mapping, String source, Dates dates) {
        this.mapping = mapping;
        this.source = source;
        this.dates = dates;
    }

    @Nullable Person of(CsvRow row, Map<Target, String> values) {
        var name = name(values);
        var id = id(values, name);
        if (id == null) {
            return null;
        }
        var person = Person.of(source, id).with(Field.NAME, name);
        for (var entry : values.entrySet()) {
            var field = entry.getKey().field();
            if (field != null && entry.getKey() != Target.NAME) {
                person = person.with(field, tidy(entry.getKey(), entry.getValue()));
            }
        }
        var role = values.getOrDefault(Target.ROLE, "").toLowerCase(Locale.ROOT);
        var staffColumn = columnOf(Target.ROLE).contains("team");
        person =
                person.with("role", values.get(Target.ROLE))
                        .flag(Flag.BOT, role.equals("bot"))
                        .flag(
                                Flag.STAFF,
                                STAFF.contains(role) || (staffColumn && YES.contains(role)))
                        .joined(dates.read(values.getOrDefault(Target.JOINED, "")));
        return more(row, values, person);
    }

    private String columnOf(Target target) {
        return mapping.columns().entrySet().stream()
                .filter(entry -> entry.getValue() == target)
                .map(entry -> CsvHeader.word(entry.getKey()))
                .findFirst()
                .orElse("");
    }

    /// Tags, notes and the columns without a meaning of their own; the latter are the activity's in
    /// its row.
    private Person more(CsvRow row, Map<Target, String> values, Person person) {
        var tags = new LinkedHashSet<String>();
        var notes = new ArrayList<String>();
        var ofActivity = values.containsKey(Target.TIME);
        var names = row.header().names();
        for (var i = 0; i < names.size(); i++) {
            var value = row.cells().get(i).strip();
            switch (mapping.columns().getOrDefault(names.get(i), Target.FIELD)) {
                case TAGS -> tags.addAll(tags(value));
                case NOTE -> {
                    if (!value.isEmpty()) {
                        notes.add(value);
                    }
                }
                case FIELD ->
                        person = ofActivity ? person : person.with(field(names.get(i)), value);
                default -> {}
            }
        }
        return person.tagged(tags).noted(notes);
    }

    /// `points_2023` of "Points (2023)".
    static String field(String column) {
        var field =
                column.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "_")
                        .replaceAll("^_+|_+$", "");
        return field.isEmpty() ? "field" : field;
    }

    /// Tags of one cell, cut at commas, semicolons or bars; brackets and quotes taken off.
    static Set<String> tags(String cell) {
        var tags = new LinkedHashSet<String>();
        for (var tag : cell.replaceAll("^\\[|]$", "").split("[,;|]", -1)) {
            var bare = tag.strip().replaceAll("^[\"']+|[\"']+$", "").strip();
            if (!bare.isEmpty()) {
                tags.add(bare);
            }
        }
        return tags;
    }

    private static @Nullable String id(Map<Target, String> values, @Nullable String name) {
        var id = values.get(Target.PERSON_ID);
        if (id != null) {
            return id;
        }
        var email = values.get(Target.EMAIL);
        if (email != null && email.contains("@")) {
            return email.toLowerCase(Locale.ROOT);
        }
        for (var handle : HANDLES) {
            var value = values.get(handle);
            if (value != null) {
                return handle.key() + ":" + tidy(handle, value).toLowerCase(Locale.ROOT);
            }
        }
        return name == null ? null : "name:" + name.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String name(Map<Target, String> values) {
        var name = values.get(Target.NAME);
        if (name != null) {
            return name;
        }
        var both =
                (values.getOrDefault(Target.FIRST_NAME, "")
                                + " "
                                + values.getOrDefault(Target.LAST_NAME, ""))
                        .strip();
        return both.isEmpty() ? null : both;
    }

    /// Handles without `@` and without the platform's address around them.
    private static String tidy(Target target, String value) {
        return switch (target) {
            case HANDLE -> value.replaceFirst("^@", "");
            case GITHUB, X ->
                    value.replaceFirst("^(https?://)?(www\\.)?(github|twitter|x)\\.com/", "")
                            .replaceFirst("^@", "")
                            .replaceFirst("/$", "");
            default -> value;
        };
    }
}
