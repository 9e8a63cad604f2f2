package org.folkmoot.sources.github;

import org.folkmoot.connectors.intake.JsonRows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns what GraphQL tells into the objects of the REST API, which the importer knows.
///
/// @param later whether it is read because something about it changed
record RestShape(String repository, boolean later) {

    ObjectNode discussion(JsonNode node) {
        var row = said(node);
        if (later) {
            row.set("updated_at", node.path("updatedAt"));
        }
        row.put("number", node.path("number").asLong(0));
        row.put("title", node.path("title").asString(""));
        row.put("locked", node.path("locked").asBoolean(false));
        row.putObject("category")
                .put("name", node.path("category").path("name").asString(""))
                .put("is_answerable", node.path("category").path("isAnswerable").asBoolean(false));
        var labels = row.putArray("labels");
        node.path("labels")
                .path("nodes")
                .forEach(each -> labels.addObject().put("name", each.path("name").asString("")));
        if (node.path("answer").has("url")) {
            row.put("answer_html_url", node.path("answer").path("url").asString(""));
            row.set("answer_chosen_at", node.path("answerChosenAt"));
            row.set("answer_chosen_by", person(node.path("answerChosenBy")));
        }
        return row;
    }

    /// @param parent the comment that it replies to, null for one of the discussion itself
    ObjectNode comment(JsonNode node, @Nullable JsonNode parent) {
        var row = said(node);
        row.put("id", node.path("databaseId").asLong(0));
        if (parent != null) {
            row.put("parent_id", parent.path("databaseId").asLong(0));
        }
        return row;
    }

    /// What REST calls updated is here only what was edited: an answer below changes no words.
    private ObjectNode said(JsonNode node) {
        var row = JsonRows.JSON.createObjectNode();
        row.put("node_id", node.path("id").asString(""));
        row.put("html_url", node.path("url").asString(""));
        row.put("body", node.path("body").asString(""));
        row.set("created_at", node.path("createdAt"));
        row.set(
                "updated_at",
                node.path("lastEditedAt").isString()
                        ? node.path("lastEditedAt")
                        : node.path("createdAt"));
        row.put("author_association", node.path("authorAssociation").asString(""));
        row.set("user", person(node.path("author")));
        return row;
    }

    private static JsonNode person(JsonNode actor) {
        if (!actor.has("login")) {
            return JsonRows.JSON.nullNode();
        }
        return JsonRows.JSON
                .createObjectNode()
                .put("login", actor.path("login").asString(""))
                .put("html_url", actor.path("url").asString(""))
                .put("avatar_url", actor.path("avatarUrl").asString(""))
                .put("type", actor.path("__typename").asString("User"));
    }
}
