package org.folkmoot.connectors.orbit;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Once;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import tools.jackson.databind.JsonNode;

/// Reads pages of `{"data": [...], "included": [...]}`. What a page includes is read first, since
/// members and activities point to it and it stands behind them.
final class OrbitPages {

    private final String source;
    private final Finds finds;
    private final OrbitActivities activities;
    private final Once once;

    OrbitPages(String source, Finds finds) {
        this.source = source;
        this.finds = finds;
        this.once = new Once(finds);
        this.activities = new OrbitActivities(source, this::once);
    }

    void read(Tree tree, Tree.Entry file) throws IOException {
        var included = new Included();
        Set<Found> refused = new LinkedHashSet<>();
        if (startsAsArray(tree, file)) {
            JsonRows.each(
                    tree, file, refused::add, (element, line) -> element(element, file, line));
        } else {
            JsonRows.inside(
                    tree, file, "included", refused::add, (node, line) -> included.add(node));
            included.nodes()
                    .filter(node -> text(node, "type").equals("member"))
                    .forEach(node -> once(OrbitMembers.of(source, node, included)));
            var rows = new long[1];
            JsonRows.inside(
                    tree,
                    file,
                    "data",
                    refused::add,
                    (node, line) -> {
                        rows[0]++;
                        resource(node, included, file, line);
                    });
            if (rows[0] == 0 && refused.isEmpty()) {
                JsonRows.each(
                        tree, file, refused::add, (element, line) -> element(element, file, line));
            }
        }
        refused.forEach(finds::add);
    }

    private static boolean startsAsArray(Tree tree, Tree.Entry file) throws IOException {
        for (var b : tree.head(file, 64)) {
            if (b == '[' || b == '{') {
                return b == '[';
            }
        }
        return false;
    }

    /// An element of a list of pages, of resources, or of webhook deliveries.
    private void element(JsonNode element, Tree.Entry file, long line) {
        var page = element.has("event_payload") ? element.path("event_payload") : element;
        var included = new Included();
        page.path("included").forEach(included::add);
        if (!page.has("data")) {
            resource(page, included, file, line);
        } else if (page.path("data").isArray()) {
            page.path("data").forEach(node -> resource(node, included, file, line));
        } else {
            resource(page.path("data"), included, file, line);
        }
    }

    private void resource(JsonNode node, Included included, Tree.Entry file, long line) {
        var type = text(node, "type");
        if (text(node, "id").isEmpty() || !node.path("attributes").isObject()) {
            refuse(
                    file,
                    line,
                    "This is no member, activity or note of Orbit: it has no id or no attributes.",
                    node);
        } else if (type.equals("member")) {
            once(OrbitMembers.of(source, node, included));
        } else if (type.equals("note")) {
            note(node, file, line);
        } else if (type.endsWith("_activity") || type.equals("activity") || type.equals("post")) {
            if (!activities.read(node, included)) {
                refuse(file, line, "This activity has no time that can be read.", node);
            }
        } else if (!Included.KNOWN.contains(type) && !type.endsWith("_identity")) {
            refuse(file, line, "“%s” is nothing of Orbit's that is known.".formatted(type), node);
        }
    }

    private void note(JsonNode note, Tree.Entry file, long line) {
        var member = Included.related(note, "member");
        var body = text(note.path("attributes"), "body");
        if (member == null || body.isBlank()) {
            refuse(file, line, "This note does not say whom it is about, or is empty.", note);
        } else {
            once(Person.of(source, member).noted(List.of(body)));
        }
    }

    private void once(Found found) {
        if (found instanceof Deed || found instanceof Found.Mark) {
            finds.add(found);
        } else {
            once.add(found);
        }
    }

    private void refuse(Tree.Entry file, long line, String reason, JsonNode raw) {
        finds.add(new Found.Refused(file.path(), line, reason, raw.toString()));
    }
}
