package org.folkmoot.connectors.folkmoot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.members.Claims;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The lines of an export, put back into findings.
final class Lines {

    private Lines() {}

    static Found.Origin origin(JsonNode row) {
        return new Found.Origin(
                JsonRows.text(row, "source"),
                JsonRows.text(row, "label"),
                Markup.of(JsonRows.text(row, "markup")));
    }

    static Found.Place place(JsonNode row) {
        return Found.Place.of(
                        JsonRows.text(row, "source"),
                        JsonRows.text(row, "externalId"),
                        JsonRows.text(row, "name"),
                        Style.of(JsonRows.text(row, "style")))
                .about(orNull(row, "topic"), orNull(row, "url"))
                .asOf(time(row, "asOf"));
    }

    /// Members with nothing of their own need not be remembered until their identity comes.
    static void keepIfSaid(JsonNode row, Map<Long, JsonNode> members) {
        if (!row.path("tags").isEmpty() || !row.path("notes").isEmpty() || row.has("roleByHand")) {
            members.put(row.path("member").asLong(), row);
        }
    }

    /// One person for each time at which fields were true, so that each keeps its own. An account
    /// that shares its member with others says itself what was put on it.
    static List<Person> profiles(JsonNode row, @Nullable JsonNode member) {
        var source = JsonRows.text(row, "source");
        var id = JsonRows.text(row, "externalId");
        var byTime = new TreeMap<String, Map<String, String>>();
        row.path("profile")
                .propertyStream()
                .forEach(
                        field ->
                                byTime.computeIfAbsent(
                                                JsonRows.text(field.getValue(), "at"),
                                                _ -> new LinkedHashMap<>())
                                        .put(field.getKey(), JsonRows.text(field.getValue(), "v")));
        var persons = new ArrayList<Person>();
        byTime.forEach((at, fields) -> persons.add(person(source, id, at, fields)));
        var said = row.has("tags") ? row : member;
        if (said != null) {
            persons.add(
                    Person.of(source, id)
                            .with(Found.Field.ROLE_BY_HAND, orNull(said, "roleByHand"))
                            .tagged(new LinkedHashSet<>(FolkmootExport.strings(said, "tags")))
                            .noted(
                                    said.path("notes")
                                            .valueStream()
                                            .map(n -> JsonRows.text(n, "text"))
                                            .toList()));
        }
        if (persons.isEmpty()) {
            persons.add(Person.of(source, id));
        }
        return persons;
    }

    static Optional<Found> together(JsonNode row) {
        if (!row.has("with")) {
            return Optional.empty();
        }
        var with = row.path("with");
        return Optional.of(
                new Found.Claim(
                        JsonRows.text(row, "source"),
                        JsonRows.text(row, "externalId"),
                        JsonRows.text(with, "source"),
                        JsonRows.text(with, "externalId"),
                        true,
                        Claims.ONE_ELSEWHERE));
    }

    static Found apart(JsonNode row) {
        return new Found.Claim(
                JsonRows.text(row.path("one"), "source"),
                JsonRows.text(row.path("one"), "externalId"),
                JsonRows.text(row.path("other"), "source"),
                JsonRows.text(row.path("other"), "externalId"),
                false,
                "They were told apart in the Folkmoot this was exported from");
    }

    /// What an account said of where its owner works, first and last: a profile of each time.
    static List<Person> worked(JsonNode row) {
        var person = Person.of(JsonRows.text(row, "source"), JsonRows.text(row, "externalId"));
        var said = person.with(Found.Field.ORGANISATION, JsonRows.text(row, "organisation"));
        return List.of(said.asOf(time(row, "from")), said.asOf(time(row, "to")));
    }

    private static Person person(String source, String id, String at, Map<String, String> fields) {
        var person = Person.of(source, id).asOf(at.isEmpty() ? null : Instant.parse(at));
        for (var field : fields.entrySet()) {
            var value = field.getValue();
            person =
                    switch (field.getKey()) {
                        case "bot" -> person.flag(Person.Flag.BOT, true);
                        case "staff" -> person.flag(Person.Flag.STAFF, true);
                        case "nobody" -> person.flag(Person.Flag.NOBODY, true);
                        case "joined" -> person.joined(Instant.parse(value));
                        case "left" ->
                                value.equals("no") ? person : person.left(Person.leftAs(value));
                        case "shown" -> person.shown(Instant.parse(value));
                        default -> person.with(field.getKey(), value);
                    };
        }
        return person;
    }

    static List<Found> deeds(JsonNode row) {
        var source = JsonRows.text(row, "source");
        var id = JsonRows.text(row, "externalId");
        var deed =
                Deed.of(
                                source,
                                id,
                                Kind.of(JsonRows.text(row, "told")),
                                orNull(row, "identity"),
                                Instant.parse(JsonRows.text(row, "at")))
                        .inferred(row.path("inferred").asBoolean(false))
                        .in(orNull(row, "place"))
                        .under(orNull(row, "parent"))
                        .titled(orNull(row, "title"))
                        .saying(orNull(row, "text"))
                        .at(orNull(row, "url"))
                        .edited(time(row, "editedAt"))
                        .mentioning(new HashSet<>(FolkmootExport.strings(row, "mentions")))
                        .files(FolkmootExport.strings(row, "files"));
        for (var fact : row.path("facts").properties()) {
            deed = deed.fact(fact.getKey(), fact.getValue().asString(""));
        }
        var all = new ArrayList<Found>();
        for (var version : row.path("versions").values()) {
            all.add(
                    deed.titled(orNull(version, "title"))
                            .saying(orNull(version, "text"))
                            .edited(time(version, "editedAt")));
        }
        all.add(deed);
        return all;
    }

    static Found mark(JsonNode row) {
        var source = JsonRows.text(row, "source");
        var id = JsonRows.text(row, "externalId");
        var what = JsonRows.text(row, "what");
        if (what.equals("edited")) {
            return new Found.Edit(
                    source, id, orNull(row, "text"), Instant.parse(JsonRows.text(row, "at")));
        }
        return new Found.Mark(
                source,
                id,
                Found.Mark.What.valueOf(what.toUpperCase(java.util.Locale.ROOT)),
                orNull(row, "by"),
                time(row, "at"));
    }

    private static @Nullable String orNull(JsonNode row, String field) {
        return row.hasNonNull(field) ? JsonRows.text(row, field) : null;
    }

    private static @Nullable Instant time(JsonNode row, String field) {
        return row.hasNonNull(field)
                ? java.time.OffsetDateTime.parse(JsonRows.text(row, field)).toInstant()
                : null;
    }
}
