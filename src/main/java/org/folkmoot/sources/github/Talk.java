package org.folkmoot.sources.github;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import tools.jackson.databind.JsonNode;

/// Replies in discussions.
record Talk(Graph graph) {

    private static final String ADD =
            "mutation($input: AddDiscussionCommentInput!) { addDiscussionComment(input: $input) { comment { databaseId url } } }";

    /// An answer to a reply stands beside it: GitHub knows two levels only.
    Done reply(Act act) {
        var where = Where.of(act.target());
        var input = new LinkedHashMap<String, Object>();
        input.put("discussionId", graph.discussion(where));
        input.put("body", act.text());
        input.put("clientMutationId", act.key());
        if (!where.thread()) {
            input.put("replyToId", graph.comment(where).top());
        }
        return done(
                where,
                graph.ask(ADD, Map.of("input", input))
                        .path("addDiscussionComment")
                        .path("comment"));
    }

    Optional<Done> find(Act act) {
        var where = Where.of(act.target());
        var since = act.at().minusSeconds(60);
        return graph.find(where, row -> ours(row, act, since)).map(said -> done(where, said.row()));
    }

    private static boolean ours(JsonNode row, Act act, Instant since) {
        return row.path("viewerDidAuthor").asBoolean(false)
                && row.path("body").asString("").strip().equals(act.text().strip())
                && !Instant.parse(row.path("createdAt").asString("1970-01-01T00:00:00Z"))
                        .isBefore(since);
    }

    private static Done done(Where where, JsonNode comment) {
        return new Done(
                "%s/d/%s/comment/%s"
                        .formatted(
                                where.repository(),
                                where.number(),
                                comment.path("databaseId").asString("")),
                comment.path("url").asString(""));
    }
}
