package org.folkmoot.connectors.crowddev;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.CsvRow;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.connectors.intake.JsonRows;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// One member's row. Cells hold JSON lists and objects, in several shapes over the years; a cell
/// that is no JSON is taken as a list with commas.
final class CrowdDevMember {

    private static final List<String> PLATFORMS =
            List.of(
                    "github",
                    "discord",
                    "slack",
                    "linkedin",
                    "discourse",
                    "devto",
                    "stackoverflow",
                    "reddit",
                    "gitlab");

    private CrowdDevMember() {}

    static Person of(String source, CsvRow row) {
        var person =
                Person.of(source, row.get("id"))
                        .with(Field.NAME, row.get("displayName"))
                        .with(Field.EMAIL, first(row.get("emails")))
                        .with(Field.ORGANISATION, first(row.get("organizations")))
                        .with("score", row.first("score", "score (2)"))
                        .with("active_on", String.join(", ", list(row.get("activeOn"))))
                        .with("activity_count", row.get("activityCount"))
                        .with("last_active", row.get("lastActive"))
                        .with("reach", number(row.get("reach")))
                        .with("average_sentiment", row.get("averageSentiment"))
                        .tagged(list(row.get("tags")))
                        .joined(Dates.USUAL.read(row.get("joinedAt")))
                        .asOf(Dates.USUAL.read(row.get("lastActive")));
        person = attributes(handles(person, row), json(row.get("attributes")));
        return person.fields().containsKey(Field.HANDLE)
                ? person
                : person.with(Field.HANDLE, first(row.get("username")));
    }

    /// `username` as `{"github":["ada"]}` or `{"github":"ada"}`, `identities` as names or objects.
    private static Person handles(Person person, CsvRow row) {
        for (var entry : json(row.get("username")).properties()) {
            var value = entry.getValue().isArray() ? entry.getValue().path(0) : entry.getValue();
            var name = value.isObject() ? text(value, "username") : value.asString("");
            person = handle(person, entry.getKey(), name);
        }
        for (var identity : json(row.get("identities"))) {
            if (identity.isObject()) {
                person =
                        handle(
                                person,
                                text(identity, "platform"),
                                text(identity, "username").isEmpty()
                                        ? text(identity, "value")
                                        : text(identity, "username"));
            }
        }
        return person;
    }

    private static Person handle(Person person, String platform, String name) {
        var field = platform.toLowerCase(Locale.ROOT);
        if (field.equals("twitter") || field.equals("x")) {
            return person.with(Field.X, name);
        }
        return PLATFORMS.contains(field) ? person.with(field, name) : person;
    }

    /// `{"isBot":{"default":true},"location":{"default":"London"},...}`
    private static Person attributes(Person person, JsonNode attributes) {
        for (var entry : attributes.properties()) {
            var value =
                    entry.getValue().isObject()
                            ? text(entry.getValue(), "default")
                            : entry.getValue().asString("");
            person =
                    switch (entry.getKey()) {
                        case "isBot" -> person.flag(Person.Flag.BOT, value.equals("true"));
                        case "isTeamMember" -> person.flag(Person.Flag.STAFF, value.equals("true"));
                        case "jobTitle" -> person.with(Field.TITLE, value);
                        case "bio" -> person.with(Field.BIO, value);
                        case "location" -> person.with(Field.LOCATION, value);
                        case "avatarUrl" -> person.with(Field.AVATAR, value);
                        case "websiteUrl" -> person.with(Field.WEBSITE, value);
                        case "timezone" -> person.with(Field.TIMEZONE, value);
                        default -> person.with(entry.getKey().toLowerCase(Locale.ROOT), value);
                    };
        }
        return person;
    }

    /// Texts of a list: plain, or the names of its objects.
    private static Set<String> list(String cell) {
        var items = new LinkedHashSet<String>();
        var json = json(cell);
        if (json.isArray()) {
            for (var item : json) {
                items.add(
                        item.isObject()
                                ? text(item, item.has("name") ? "name" : "displayName")
                                : item.asString("").strip());
            }
        } else if (!json.isObject()) {
            for (var item : cell.split("[,;]", -1)) {
                items.add(item.strip());
            }
        }
        items.remove("");
        return items;
    }

    private static String first(String cell) {
        var items = list(cell);
        return items.isEmpty() ? "" : items.iterator().next();
    }

    private static String number(String cell) {
        var json = json(cell);
        return json.isObject() ? text(json, "total") : cell;
    }

    private static JsonNode json(String cell) {
        if (!cell.startsWith("{") && !cell.startsWith("[")) {
            return MissingNode.getInstance();
        }
        try {
            return JsonRows.JSON.readTree(cell);
        } catch (JacksonException e) {
            return MissingNode.getInstance(); // a plain text that starts like JSON
        }
    }
}
