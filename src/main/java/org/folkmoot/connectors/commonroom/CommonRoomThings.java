package org.folkmoot.connectors.commonroom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.connectors.csv.KindWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tells contacts and activities apart by their shape. Organisations and segments are known through
/// the contacts that name them, and passed over by themselves.
final class CommonRoomThings {

    private final String source;
    private final Finds finds;
    private final Set<String> places = new HashSet<>();

    CommonRoomThings(String source, Finds finds) {
        this.source = source;
        this.finds = finds;
    }

    /// Reads one row; gives a sentence when it cannot be used, else an empty text.
    String read(JsonNode row) {
        if (row.has("activityType")
                || row.has("activityTime")
                || row.has("occurredAt")
                || (row.has("timestamp") && row.has("user"))) {
            return activity(row);
        }
        var id = text(row, "id");
        if (id.startsWith("o_")
                || id.startsWith("s_")
                || id.startsWith("org_")
                || row.has("employeeCount")) {
            return "";
        }
        var person = CommonRoomPeople.of(source, row);
        if (person == null) {
            return "This is no contact and no activity of Common Room: it has no id, e-mail or name.";
        }
        finds.add(person);
        return "";
    }

    private String activity(JsonNode row) {
        var at =
                Dates.USUAL.read(
                        first(
                                text(row, "activityTime"),
                                text(row, "timestamp"),
                                text(row, "occurredAt")));
        var id = first(text(row, "id"), text(row, "sourceId"));
        if (at == null || id.isEmpty()) {
            return at == null
                    ? "This activity has no time that can be read."
                    : "This activity has no id.";
        }
        var type = first(text(row, "activityType"), text(row, "type"));
        var parent = row.path("parentActivity");
        var under = parent.isObject() ? text(parent, "id") : text(row, "parentActivity");
        var content =
                row.path("content").isObject()
                        ? text(row.path("content"), "value")
                        : text(row, "content");
        finds.add(
                Deed.of(source, id, kind(type, !under.isEmpty()), who(row), at)
                        .in(place(row))
                        .under(blankToNull(under))
                        .titled(blankToNull(title(row)))
                        .saying(blankToNull(first(content, text(row, "body"))))
                        .at(blankToNull(text(row, "url")))
                        .fact("type", type)
                        .fact("provider", text(row, "providerName"))
                        .fact("sentiment", text(row, "sentiment"))
                        .fact("replies", text(row, "replyCount"))
                        .fact("user_initiated", text(row, "isUserInitiated"))
                        .fact(
                                "tags",
                                StreamSupport.stream(row.path("tags").spliterator(), false)
                                        .map(
                                                tag ->
                                                        tag.isObject()
                                                                ? text(tag, "name")
                                                                : tag.asString(""))
                                        .collect(Collectors.joining(", "))));
        return "";
    }

    private static Kind kind(String type, boolean answers) {
        return KindWords.of(type.replaceAll("([a-z])([A-Z])", "$1 $2"))
                .orElse(answers ? Kind.REPLY : Kind.MESSAGE);
    }

    /// A contact's id, or the person written out in place, who is then told too.
    private @Nullable String who(JsonNode row) {
        var contact = text(row, "contactId");
        if (!contact.isEmpty()) {
            return contact;
        }
        var user = row.path("user");
        if (!user.isObject()) {
            return blankToNull(first(text(row, "user"), text(row, "userId")));
        }
        var person = CommonRoomPeople.of(source, user);
        if (person == null) {
            return null;
        }
        finds.add(person);
        return person.id();
    }

    private @Nullable String place(JsonNode row) {
        var sub =
                row.path("subSource").isObject()
                        ? text(row.path("subSource"), "name")
                        : text(row, "subSource");
        var name =
                first(
                        sub,
                        row.path("subSourceNames").path(0).asString(""),
                        text(row, "providerName"));
        if (!name.isEmpty() && places.add(name)) {
            finds.add(Found.Place.of(source, name, name, Style.OTHER));
        }
        return blankToNull(name);
    }

    private static String title(JsonNode row) {
        var title = row.path("activityTitle");
        return title.isObject() ? text(title, "value") : text(row, "activityTitle");
    }

    private static String first(String... values) {
        for (var value : values) {
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    private static @Nullable String blankToNull(String value) {
        return value.isBlank() ? null : value;
    }
}
