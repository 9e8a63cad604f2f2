package org.folkmoot.sources.github;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What only GraphQL can: discussions, and hiding.
record Graph(GitHubApi api) {

    private static final String SAID = "id databaseId url body createdAt viewerDidAuthor";
    private static final String THREAD =
            """
            query($owner: String!, $name: String!, $number: Int!, $before: String) {
              repository(owner: $owner, name: $name) { discussion(number: $number) {
                id comments(last: 50, before: $before) { pageInfo { hasPreviousPage startCursor }
                  nodes { %s replies(last: 100) { nodes { %s } } } } } } }
            """
                    .formatted(SAID, SAID);

    /// A comment of a discussion.
    ///
    /// @param top its node id, or that of what it answers: GitHub knows two levels only
    record Said(JsonNode row, String top) {

        String id() {
            return row.path("id").asString("");
        }
    }

    /// Whether a comment is the one that is looked for.
    interface Wanted {
        boolean is(JsonNode row);
    }

    JsonNode ask(String query, Map<String, ?> variables) {
        var said = api.line().ask(api.graph(Map.of("query", query, "variables", variables))).json();
        var errors = said.path("errors");
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    "GitHub says: " + errors.path(0).path("message").asString("no"));
        }
        return said.path("data");
    }

    String discussion(Where where) {
        var id = page(where, "").path("id").asString("");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("GitHub knows no such discussion.");
        }
        return id;
    }

    private JsonNode page(Where where, String before) {
        var variables = new java.util.HashMap<String, Object>();
        variables.put("owner", where.owner());
        variables.put("name", where.name());
        variables.put("number", Integer.parseInt(where.number()));
        variables.put("before", before.isEmpty() ? null : before);
        return ask(THREAD, variables).path("repository").path("discussion");
    }

    /// The newest first.
    Optional<Said> find(Where where, Wanted wanted) {
        var before = "";
        while (true) {
            var comments = page(where, before).path("comments");
            for (var comment : comments.path("nodes")) {
                var top = comment.path("id").asString("");
                if (wanted.is(comment)) {
                    return Optional.of(new Said(comment, top));
                }
                for (var reply : comment.path("replies").path("nodes")) {
                    if (wanted.is(reply)) {
                        return Optional.of(new Said(reply, top));
                    }
                }
            }
            var info = comments.path("pageInfo");
            var next = info.path("startCursor").asString("");
            if (!info.path("hasPreviousPage").asBoolean(false) || next.equals(before)) {
                return Optional.empty();
            }
            before = next;
        }
    }

    Said comment(Where where) {
        return find(where, row -> row.path("databaseId").asString("").equals(where.id()))
                .orElseThrow(() -> new IllegalArgumentException("GitHub knows no such comment."));
    }

    /// By what GraphQL knows a thing.
    String node(Where where) {
        if (where.discussion()) {
            return where.thread() ? discussion(where) : comment(where).id();
        }
        return api.line().ask(api.get(where.path())).json().path("node_id").asString("");
    }
}
