package org.folkmoot.sources.github;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.github.GitHubAnswers;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Stop;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Discussions, which only GraphQL tells of, with all that is said under them.
final class Discussions {

    private static final String COMMENT =
            "databaseId id url body createdAt updatedAt lastEditedAt authorAssociation author { __typename login url avatarUrl }";
    private static final String COMMENTS =
            "pageInfo { hasNextPage endCursor } nodes { %s replies(first: 50) { pageInfo { hasNextPage endCursor } nodes { %s } } }"
                    .formatted(COMMENT, COMMENT);
    private static final String PAGE =
            """
            query($owner: String!, $name: String!, $after: String) {
              rateLimit { cost remaining resetAt limit }
              repository(owner: $owner, name: $name) {
                discussions(first: 10, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
                  pageInfo { hasNextPage endCursor }
                  nodes {
                    id number url title body createdAt updatedAt lastEditedAt locked stateReason authorAssociation
                    author { __typename login url avatarUrl } category { name isAnswerable }
                    answer { url } answerChosenAt answerChosenBy { __typename login url avatarUrl }
                    labels(first: 20) { nodes { name } }
                    comments(first: 50) { %s }
                  }
                }
              }
            }
            """
                    .formatted(COMMENTS);
    private static final String MORE_COMMENTS =
            "query($id: ID!, $after: String) { node(id: $id) { ... on Discussion { under: comments(first: 50, after: $after) { %s } } } }"
                    .formatted(COMMENTS);
    private static final String MORE_REPLIES =
            "query($id: ID!, $after: String) { node(id: $id) { ... on DiscussionComment { under: replies(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { %s } } } } }"
                    .formatted(COMMENT);

    private static final Set<String> NEVER =
            Set.of("NOT_FOUND", "FORBIDDEN", "INSUFFICIENT_SCOPES");

    private final GitHubApi api;
    private final String repository;
    private final @Nullable Instant since;
    private Instant at;

    Discussions(GitHubApi api, String repository, @Nullable Instant since) {
        this.api = api;
        this.repository = repository;
        this.since = since;
        this.at = api.line().now();
    }

    /// When it was asked, by GitHub's clock.
    Instant at() {
        return at;
    }

    /// @return where to go on, empty at the end of what changed
    String page(String after, GitHubAnswers answers) {
        var parts = repository.split("/", -1);
        var variables = new HashMap<String, Object>();
        variables.put("owner", parts[0]);
        variables.put("name", parts[1]);
        variables.put("after", after.isEmpty() ? null : after);
        var page = ask(PAGE, variables).path("repository").path("discussions");
        for (var discussion : page.path("nodes")) {
            if (!discussion.isObject()) {
                continue; // one that may not be seen
            }
            if (since != null && time(discussion, "updatedAt").isBefore(since)) {
                return "";
            }
            var shape = new RestShape(repository, since != null);
            answers.read(shape.discussion(discussion), "discussions");
            comments(discussion, discussion.path("comments"), shape, answers);
        }
        return next(page);
    }

    private void comments(JsonNode of, JsonNode first, RestShape shape, GitHubAnswers answers) {
        for (var page = first; ; page = more(MORE_COMMENTS, of, page)) {
            for (var comment : shown(page)) {
                answers.read(shape.comment(comment, null), "discussions");
                replies(comment, shape, answers);
            }
            if (next(page).isEmpty()) {
                return;
            }
        }
    }

    private void replies(JsonNode comment, RestShape shape, GitHubAnswers answers) {
        for (var page = comment.path("replies"); ; page = more(MORE_REPLIES, comment, page)) {
            for (var reply : shown(page)) {
                answers.read(shape.comment(reply, comment), "discussions");
            }
            if (next(page).isEmpty()) {
                return;
            }
        }
    }

    private static List<JsonNode> shown(JsonNode page) {
        return page.path("nodes").valueStream().filter(JsonNode::isObject).toList();
    }

    private JsonNode more(String query, JsonNode of, JsonNode page) {
        return ask(query, Map.of("id", of.path("id").asString(""), "after", next(page)))
                .path("node")
                .path("under");
    }

    private static String next(JsonNode page) {
        var info = page.path("pageInfo");
        return info.path("hasNextPage").asBoolean(false) ? info.path("endCursor").asString("") : "";
    }

    private static Instant time(JsonNode row, String field) {
        return Instant.parse(row.path(field).asString("9999-01-01T00:00:00Z"));
    }

    /// A server without GraphQL, or a token that may not see discussions, has none.
    private JsonNode ask(String query, Map<String, ?> variables) {
        var reply =
                api.line()
                        .ask(
                                api.graph(Map.of("query", query, "variables", variables))
                                        .allowing(400, 403, 404, 405, 422, 501));
        at = Dates.http(reply.header("date").orElse("")).orElse(at);
        return reply.status() == 200 ? data(reply.json()) : MissingNode.getInstance();
    }

    /// What it cannot show it leaves out and says so; where nothing is left it is asked again, but
    /// for what it never shows.
    private static JsonNode data(JsonNode said) {
        var error = said.path("errors").path(0);
        var type = error.path("type").asString("");
        var data = said.path("data");
        var empty = !data.path("repository").isObject() && !data.path("node").isObject();
        if (error.isObject() && empty && !NEVER.contains(type) && !unknownField(error)) {
            throw new Stop(
                    new Pull.Unreachable(
                            "GitHub says: " + error.path("message").asString("no"), false));
        }
        return data;
    }

    private static boolean unknownField(JsonNode error) {
        return error.path("extensions").path("code").asString("").equals("undefinedField");
    }
}
