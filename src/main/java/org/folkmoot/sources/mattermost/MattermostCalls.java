package org.folkmoot.sources.mattermost;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.folkmoot.connectors.Finds;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;

/// A server's outgoing webhooks: nothing is signed, each brings its token. So only the number of a
/// post is taken from them, and the post itself is asked for.
record MattermostCalls() implements Listening {

    @Override
    public String secret() {
        return "webhook-token";
    }

    /// There may be several webhooks, each with a token of its own.
    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var given = field(call, "token");
        var known = false;
        for (var token : connection.token(secret()).strip().split("[\\s,]+", -1)) {
            known |= Signature.same(token, given);
        }
        if (!known || given.isEmpty()) {
            return new Heard.Refuse("Its token is not that of the webhook.");
        }
        var post = field(call, "post_id");
        return post.isEmpty() ? new Heard.Refuse("It names no post.") : new Heard.Take(post);
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var path = "/posts/" + Ask.part(field(call, "post_id"));
        var post = line.ask(new MattermostApi(line).get(path).allowing(403, 404));
        if (post.status() == 200) {
            Posts.of(line.connection(), finds).post(post.json(), field(call, "team_domain"));
        }
    }

    /// As JSON or as a form, as the webhook was made.
    private static String field(Call call, String name) {
        if (call.header("Content-Type").contains("json")) {
            try {
                return text(call.json(), name);
            } catch (JacksonException e) {
                return "";
            }
        }
        for (var pair : call.text().split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].equals(name)) {
                return decoded(parts[1]);
            }
        }
        return "";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
