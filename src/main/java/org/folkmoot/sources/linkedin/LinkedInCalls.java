package org.folkmoot.sources.linkedin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.Finds;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// LinkedIn's calls: signed with the app's secret over a word and the whole body. Every two hours
/// it asks whether we know that secret. They only say that something stirred below a post, so that
/// is asked for.
record LinkedInCalls() implements Listening {

    private static final String WORD = "hmacsha256=";

    @Override
    public String secret() {
        return "client-secret";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var secret = connection.token(secret());
        var challenge = call.query("challengeCode");
        if (call.method().equals("GET") && !challenge.isEmpty()) {
            var answer = Signature.sha256(secret, Signature.bytes(challenge));
            return new Heard.Answer(
                    200,
                    "application/json",
                    JsonMapper.shared()
                            .writeValueAsString(
                                    Map.of(
                                            "challengeCode",
                                            challenge,
                                            "challengeResponse",
                                            answer.hex())));
        }
        var signature = Signature.of("HmacSHA256", secret, Signature.bytes(WORD), call.body());
        var given = call.header("X-LI-Signature");
        if (!signature.isHex("", given.startsWith(WORD) ? given.substring(WORD.length()) : given)) {
            return new Heard.Refuse("Its signature is not that of LinkedIn.");
        }
        try {
            return call.json().path("notifications").isEmpty()
                    ? Heard.Answer.ok()
                    : new Heard.Take(signature.hex());
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    @Override
    public boolean arranges() {
        return true;
    }

    @Override
    public boolean chooses() {
        return false;
    }

    /// For the app whose number is given, in the name of the member whose token it is.
    @Override
    public Optional<Instant> arrange(Line line, String address) {
        return new LinkedInSubscription(new LinkedInApi(line)).to(address);
    }

    @Override
    public void unlisten(Line line, String address) {
        new LinkedInSubscription(new LinkedInApi(line)).end(address);
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var api = new LinkedInApi(line);
        var posts = new LinkedInPosts(finds);
        for (var one : call.json().path("notifications")) {
            if (one.path("organizationalEntity")
                    .asString(api.organization())
                    .equals(api.organization())) {
                told(one, api, posts);
            }
        }
    }

    private static void told(JsonNode one, LinkedInApi api, LinkedInPosts posts) {
        var post = one.path("sourcePost").asString("");
        var made = one.path("generatedActivity").asString("");
        var talk = new LinkedInTalk(api, posts);
        var at = At.first().posts(List.of(), List.of(post), 0);
        switch (one.path("action").asString("")) {
            case "COMMENT", "ADMIN_COMMENT", "COMMENT_EDIT" -> {
                for (var next = at; !next.talks().isEmpty(); ) {
                    next = talk.comments(next);
                }
            }
            case "COMMENT_DELETE" -> posts.gone(made);
            case "LIKE" -> {
                for (var next = at; !next.likes().isEmpty(); ) {
                    next = talk.reactions(next);
                }
            }
            case "SHARE", "SHARE_MENTION" -> {
                var reply = api.line().ask(api.get("/posts/" + Ask.part(made)).allowing(403, 404));
                if (reply.status() == 200) {
                    posts.post(reply.json(), api.organization());
                }
            }
            default -> {
                return; // what else the app was made to hear of
            }
        }
    }
}
