package org.folkmoot.connectors.orbit;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one page includes, by type and id; at most a hundred thousand things.
final class Included {

    /// Resources that are read only through others.
    static final Set<String> KNOWN =
            Set.of(
                    "organization",
                    "activity_type",
                    "repository",
                    "user",
                    "workspace",
                    "webhook_subscription",
                    "webhook",
                    "statistics");

    private static final int MOST = 100_000;
    private final Map<String, JsonNode> byKey = new LinkedHashMap<>();

    void add(JsonNode node) {
        if (byKey.size() < MOST) {
            byKey.put(text(node, "type") + "/" + text(node, "id"), node);
        }
    }

    Stream<JsonNode> nodes() {
        return byKey.values().stream();
    }

    @Nullable JsonNode get(JsonNode reference) {
        return byKey.get(text(reference, "type") + "/" + text(reference, "id"));
    }

    static @Nullable String related(JsonNode node, String name) {
        var id = text(node.path("relationships").path(name).path("data"), "id");
        return id.isEmpty() ? null : id;
    }
}
