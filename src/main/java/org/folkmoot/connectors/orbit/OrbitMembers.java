package org.folkmoot.connectors.orbit;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Orbit's members as people, one each, with the handles of all their identities as fields.
final class OrbitMembers {

    /// Their attribute, our field.
    static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("name", Field.NAME),
                    Map.entry("email", Field.EMAIL),
                    Map.entry("company", Field.ORGANISATION),
                    Map.entry("title", Field.TITLE),
                    Map.entry("location", Field.LOCATION),
                    Map.entry("pronouns", Field.PRONOUNS),
                    Map.entry("avatar_url", Field.AVATAR),
                    Map.entry("bio", Field.BIO),
                    Map.entry("url", Field.WEBSITE),
                    Map.entry("orbit_url", Field.URL),
                    Map.entry("slug", Field.HANDLE),
                    Map.entry("github", Field.GITHUB),
                    Map.entry("twitter", Field.X),
                    Map.entry("linkedin", Field.LINKEDIN),
                    Map.entry("discord", Field.DISCORD));

    static final Set<String> KEPT =
            Set.of(
                    "birthday",
                    "shipping_address",
                    "tshirt",
                    "devto",
                    "discourse",
                    "reach",
                    "love",
                    "orbit_level",
                    "github_followers",
                    "twitter_followers",
                    "topics",
                    "languages",
                    "last_activity_occurred_at",
                    "merged_at");

    private OrbitMembers() {}

    static Person of(String source, JsonNode member, Included included) {
        var about = member.path("attributes");
        var person = Person.of(source, text(member, "id"));
        for (var entry : about.properties()) {
            var field = FIELDS.get(entry.getKey());
            if (field != null || KEPT.contains(entry.getKey())) {
                person =
                        person.with(
                                field == null ? entry.getKey() : field, value(entry.getValue()));
            }
        }
        for (var reference : member.path("relationships").path("identities").path("data")) {
            var identity = included.get(reference);
            person =
                    identity == null
                            ? person
                            : identity(
                                    person, text(reference, "type"), identity.path("attributes"));
        }
        for (var reference : member.path("relationships").path("organizations").path("data")) {
            var organisation = included.get(reference);
            if (organisation != null) {
                person =
                        unless(
                                person,
                                Field.ORGANISATION,
                                text(organisation.path("attributes"), "name"));
            }
        }
        return person.flag(Person.Flag.STAFF, about.path("teammate").asBoolean(false))
                .tagged(tags(about))
                .joined(
                        earlier(
                                read(about, "created_at"),
                                read(about, "first_activity_occurred_at")))
                .left(read(about, "deleted_at"))
                .asOf(read(about, "updated_at"));
    }

    private static Person identity(Person person, String type, JsonNode identity) {
        var kind = type.replaceFirst("_identity$", "");
        var name = kind.equals("other") || kind.equals("spec") ? text(identity, "source") : kind;
        var field = name.equals("twitter") ? Field.X : name;
        var handle =
                text(identity, "username").isEmpty()
                        ? text(identity, "uid")
                        : text(identity, "username");
        var with = unless(person, Field.EMAIL, text(identity, "email"));
        with = unless(with, Field.NAME, text(identity, "name"));
        return field.isEmpty() || field.equals(Field.EMAIL) ? with : unless(with, field, handle);
    }

    private static Person unless(Person person, String field, String value) {
        return person.fields().containsKey(field) ? person : person.with(field, value);
    }

    private static Set<String> tags(JsonNode about) {
        var tags = new LinkedHashSet<String>();
        about.path("tags").forEach(tag -> tags.add(tag.asString("")));
        about.path("tag_list").forEach(tag -> tags.add(tag.asString("")));
        tags.remove("");
        return tags;
    }

    private static String value(JsonNode value) {
        return value.isNull()
                ? ""
                : value.isValueNode()
                        ? value.asString("")
                        : value.isEmpty() ? "" : value.toString();
    }

    private static @Nullable Instant read(JsonNode about, String attribute) {
        return Dates.USUAL.read(text(about, attribute));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
