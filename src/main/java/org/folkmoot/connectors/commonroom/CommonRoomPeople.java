package org.folkmoot.connectors.commonroom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Contacts (v2) and users (Core v1) as people.
final class CommonRoomPeople {

    private static final List<String> HANDLES = List.of("github", "linkedin", "twitter", "discord");

    private CommonRoomPeople() {}

    /// Null when it has neither id nor e-mail nor name.
    static @Nullable Person of(String source, JsonNode row) {
        var email = first(text(row, "primaryEmail"), text(row, "email"));
        var name =
                first(
                        text(row, "fullName"),
                        text(row, "name"),
                        (text(row, "firstName") + " " + text(row, "lastName")).strip(),
                        text(row, "username"));
        var id = first(text(row, "id"), text(row, "sourceId"), email.toLowerCase(Locale.ROOT));
        if (id.isEmpty() && name.isEmpty()) {
            return null;
        }
        var person =
                Person.of(source, id.isEmpty() ? "name:" + name.toLowerCase(Locale.ROOT) : id)
                        .with(Field.NAME, name)
                        .with(Field.HANDLE, text(row, "username"))
                        .with(Field.EMAIL, email)
                        .with(Field.AVATAR, text(row, "avatarUrl"))
                        .with(Field.BIO, text(row, "bio"))
                        .with(
                                Field.TITLE,
                                first(
                                        text(row, "titleAtCompany"),
                                        text(row, "title"),
                                        text(row, "roleAtCompany")))
                        .with(
                                Field.ORGANISATION,
                                first(
                                        text(row, "companyName"),
                                        text(row.path("company"), "name"),
                                        text(row, "company"),
                                        job(row)))
                        .with(Field.LOCATION, location(row))
                        .with("company_domain", text(row, "companyDomain"))
                        .with("lead_score", text(row, "leadScore"))
                        .with("phone", text(row.path("phoneNumbers").path(0), "value"))
                        .tagged(tags(row))
                        .joined(
                                Dates.USUAL.read(
                                        first(text(row, "firstSeen"), text(row, "createdAt"))))
                        .asOf(Dates.USUAL.read(text(row, "updatedAt")));
        for (var handle : HANDLES) {
            var value =
                    row.path(handle).isObject()
                            ? first(
                                    text(row.path(handle), "value"),
                                    text(row.path(handle), "username"))
                            : text(row, handle);
            person = person.with(handle.equals("twitter") ? Field.X : handle, value);
        }
        for (var profile : row.path("profiles")) {
            person =
                    profile(
                            person,
                            text(profile, "type").toLowerCase(Locale.ROOT),
                            text(profile, "value"));
        }
        return custom(person, row.path("customFields"));
    }

    private static Person profile(Person person, String type, String value) {
        var field = type.equals("twitter") ? Field.X : type;
        return field.isEmpty() || person.fields().containsKey(field)
                ? person
                : person.with(field, value);
    }

    /// `{"cf_1": {"type": "string", "value": "pro"}}` or `{"plan": "pro"}` when read,
    /// `[{"fieldName": "plan", "value": "pro"}]` when written.
    private static Person custom(Person person, JsonNode fields) {
        for (var field : fields.properties()) {
            var value = field.getValue().isObject() ? field.getValue() : fields;
            var name = field.getValue().isObject() ? "value" : field.getKey();
            person = person.with(field.getKey().toLowerCase(Locale.ROOT), text(value, name));
        }
        if (fields.isArray()) {
            for (var field : fields) {
                var name = first(text(field, "fieldName"), text(field, "name"), text(field, "id"));
                if (!name.isEmpty()) {
                    person = person.with(name.toLowerCase(Locale.ROOT), text(field, "value"));
                }
            }
        }
        return person;
    }

    private static String job(JsonNode row) {
        var job = row.path("jobHistory").path(0);
        return first(text(job, "companyName"), text(job, "company"), text(job, "organizationName"));
    }

    private static String location(JsonNode row) {
        var place = row.path("location").isObject() ? row.path("location") : row;
        var parts = new LinkedHashSet<String>();
        for (var part : List.of("city", "region", "country")) {
            parts.add(text(place, part));
        }
        parts.remove("");
        return first(text(row, "rawLocation"), text(row, "location"), String.join(", ", parts));
    }

    private static Set<String> tags(JsonNode row) {
        var tags = new LinkedHashSet<String>();
        for (var list : List.of("tags", "segments")) {
            for (var tag : row.path(list)) {
                tags.add(
                        tag.isObject()
                                ? first(text(tag, "name"), text(tag, "id"))
                                : tag.asString(""));
            }
        }
        tags.remove("");
        return tags;
    }

    private static String first(String... values) {
        for (var value : values) {
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }
}
