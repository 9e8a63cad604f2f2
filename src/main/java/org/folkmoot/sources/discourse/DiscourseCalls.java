package org.folkmoot.sources.discourse;

import java.time.Instant;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.discourse.DiscourseAnswers;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;

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

    /// A topic and its first post are told apart, and both mean the post.
    @Override
    public void tell(Call call, Line line, Finds finds) {
        var answers = new DiscourseAnswers(DiscourseApi.host(line.connection()), finds);
        var event = call.header("X-Discourse-Event");
        var body = call.json();
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
        } else if (body.has("like")) {
            answers.liked(
                    body.path("like").path("post"), body.path("like").path("user"), line.now());
        }
    }
}
