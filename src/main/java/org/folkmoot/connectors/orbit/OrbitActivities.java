package org.folkmoot.connectors.orbit;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.ArrayList;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Orbit's activities. The id is the activity's `key`, unique in a workspace and the same in old
/// and new dumps and in CSV files, since references name it; without one, Orbit's own id.
final class OrbitActivities {

    private final String source;
    private final Finds finds;

    OrbitActivities(String source, Finds finds) {
        this.source = source;
        this.finds = finds;
    }

    /// Whether the activity could be read: false when it has no time.
    boolean read(JsonNode activity, Included included) {
        var about = activity.path("attributes");
        var occurred = Dates.USUAL.read(text(about, "occurred_at"));
        var at = occurred == null ? Dates.USUAL.read(text(about, "created_at")) : occurred;
        if (at == null) {
            return false;
        }
        var reference = activity.path("relationships").path("activity_type").path("data");
        var found = included.get(reference);
        var type = found == null ? MissingNode.getInstance() : found.path("attributes");
        var key = text(about, "key");
        var kind =
                OrbitKinds.of(
                        text(type, "key"),
                        text(about, "activity_type_key"),
                        text(activity, "type"),
                        text(about, "custom_type"),
                        text(type, "name"),
                        text(about, "action"));
        var tweet = about.path("t_tweet");
        finds.add(
                Deed.of(
                                source,
                                key.isEmpty() ? text(activity, "id") : key,
                                kind,
                                Included.related(activity, "member"),
                                at)
                        .inferred(occurred == null)
                        .in(place(about, type))
                        .under(parent(about, kind, key))
                        .titled(
                                first(
                                        text(about, "g_title"),
                                        text(about, "custom_title"),
                                        text(about, "d_title"),
                                        text(about, "title")))
                        .saying(
                                first(
                                        text(about, "body"),
                                        text(about, "g_body"),
                                        text(about, "custom_description"),
                                        text(tweet, "full_text"),
                                        text(tweet, "text"),
                                        text(about, "description")))
                        .at(
                                first(
                                        text(about, "activity_link"),
                                        text(about, "g_html_url"),
                                        text(about, "custom_link"),
                                        text(about, "link")))
                        .fact(
                                "type",
                                first(
                                        text(type, "key"),
                                        text(about, "custom_type"),
                                        text(activity, "type")))
                        .fact("weight", first(text(about, "weight"), text(type, "weight")))
                        .fact("tags", tags(about))
                        .fact("orbit_id", text(activity, "id")));
        return true;
    }

    private @Nullable String place(JsonNode about, JsonNode type) {
        var channel = text(type, "channel");
        for (var tag : about.path("tags")) {
            if (channel.isEmpty() && tag.asString("").startsWith("channel:")) {
                channel = tag.asString("").substring("channel:".length());
            }
        }
        if (channel.isEmpty()) {
            return null;
        }
        var properties = about.path("properties");
        var part =
                first(
                        text(properties, channel + "_repository"),
                        text(properties, channel + "_channel"));
        var id = part == null ? channel : channel + ":" + part;
        finds.add(
                Found.Place.of(
                        source, id, part == null ? channel : part, OrbitKinds.style(channel)));
        return id;
    }

    private static @Nullable String parent(JsonNode about, Kind kind, String key) {
        var referenced = text(about.path("referenced_activities").path(0), "key");
        if (!referenced.isEmpty()) {
            return referenced;
        }
        var cut = key.lastIndexOf('-');
        return kind == Kind.COMMENT && key.indexOf('#') > 0 && cut > key.indexOf('#')
                ? key.substring(0, cut)
                : null;
    }

    private static String tags(JsonNode about) {
        var tags = new ArrayList<String>();
        about.path("tags").forEach(tag -> tags.add(tag.asString("")));
        return String.join(", ", tags);
    }

    private static @Nullable String first(String... values) {
        for (var value : values) {
            if (!value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
