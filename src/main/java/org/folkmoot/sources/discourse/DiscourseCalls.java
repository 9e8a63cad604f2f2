package org.folkmoot.sources.discourse;

import java.time.Instant;
import java.util.stream.Stream;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.discourse.DiscourseAnswers;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A forum's calls: signed over the whole body, named by the number of their event.
record DiscourseCalls() implements Listening {

    @Override
    public String secret() {
        return "webhook-secret";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var signature = Signature.sha256(connection.token(secret()), call.body());
        if (!signature.isHex("sha256=", call.header("X-Discourse-Event-Signature"))) {
            return new Heard.Refuse("Its signature is not that of the forum.");
        }
        if (call.header("X-Discourse-Event").equals("ping")) {
            return Heard.Answer.ok();
        }
        var delivery = call.header("X-Discourse-Event-Id");
        return delivery.isEmpty()
                ? new Heard.Refuse("It has no number.")
                : new Heard.Take(delivery);
    }

    /// Messages between people are theirs.
    private static boolean isPrivate(JsonNode body) {
        return Stream.of(body.path("post"), body.path("solved"), body.path("like").path("post"))
                        .anyMatch(post -> is(post, "topic_archetype"))
                || is(body.path("topic"), "archetype");
    }

    private static boolean is(JsonNode row, String archetype) {
        return row.path(archetype).asString("").equals("private_message");
    }

    private static JsonNode category(JsonNode category) {
        var page = JsonNodeFactory.instance.objectNode();
        page.putArray("categories").add(category);
        return page;
    }

    /// A topic and its first post are told apart, and both mean the post.
    @Override
    public void tell(Call call, Line line, Finds finds) {
        var answers = new DiscourseAnswers(DiscourseApi.host(line.connection()), finds);
        var event = call.header("X-Discourse-Event");
        var body = call.json();
        if (isPrivate(body)) {
            return;
        }
        if (body.has("post")) {
            var post = body.path("post");
            answers.read(post, event);
            if (event.equals("post_destroyed")) {
                answers.gone(
                        post.path("topic_id").asString(""), post.path("post_number").asLong(0));
            }
        } else if (body.has("topic")) {
            if (event.equals("topic_destroyed")) {
                answers.gone(body.path("topic").path("id").asString(""), 1);
            } else {
                new DiscourseTopic(new DiscourseApi(line), answers)
                        .read(body.path("topic").path("id").asLong(0));
            }
        } else if (body.has("user")) {
            answers.read(body.path("user"), event);
            if (event.equals("user_destroyed")) {
                answers.left(body.path("user"), line.now());
            }
        } else if (body.path("solved").has("post_number")) {
            answers.read(body.path("solved"), event);
            if (event.equals("accepted_solution")) {
                answers.accepted(body.path("solved"));
            }
        } else if (body.has("category") && !event.equals("category_destroyed")) {
            answers.read(category(body.path("category")), event);
        } else if (body.has("like")) {
            answers.liked(
                    body.path("like").path("post"), body.path("like").path("user"), line.now());
        }
    }
}
