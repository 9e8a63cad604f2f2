package org.folkmoot.sources.notion;

import java.time.Instant;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Notion's calls: the first brings the token with which all later ones are signed. They tell that
/// something changed and not what, so it is read again. A new subscription brings another token.
record NotionCalls() implements Listening {

    @Override
    public String secret() {
        return "webhook-secret";
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public boolean typedIn() {
        return true;
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var known = connection.secret(secret()).orElse("").lines().toList();
        var given = call.header("X-Notion-Signature");
        try {
            var body = call.json();
            var token = body.path("verification_token").asString("");
            if (!token.isEmpty() && !body.has("entity")) {
                return known.stream().anyMatch(secret -> Signature.same(secret, token))
                        ? Heard.Answer.ok()
                        : new Heard.Learn(token, Heard.Answer.ok());
            }
            var right = false;
            for (var secret : known) {
                right |= Signature.sha256(secret, call.body()).isHex("sha256=", given);
            }
            if (!right) {
                return new Heard.Refuse("Its signature is not that of Notion.");
            }
            var id = body.path("id").asString("");
            return id.isEmpty() ? Heard.Answer.ok() : new Heard.Take(id);
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    /// An integration is told of all that is shared with it: what was not chosen is left alone.
    @Override
    public void tell(Call call, Line line, Finds finds) {
        var answers = new NotionAnswers(finds);
        var api = new NotionApi(line);
        var pages = new NotionPages(api, answers);
        var body = call.json();
        var type = body.path("type").asString("");
        var id = NotionApi.id(body.path("entity").path("id").asString(""));
        var about = type.startsWith("comment.") ? page(body) : id;
        if (type.equals("page.deleted") || type.equals("comment.deleted")) {
            answers.gone(id, JsonTimes.at(body, "timestamp"));
        } else if (!about.isEmpty() && type.matches("(page|comment)\\..*")) {
            var page = pages.look(about);
            if (page == null || !new NotionSources(api).wants(page)) {
                return;
            }
            if (type.startsWith("comment.")) {
                var parent = NotionApi.id(parent(body));
                pages.comments(parent.isEmpty() ? about : parent, about);
            } else {
                pages.read(about, page);
            }
        }
    }

    /// The page that a comment is on, or whose block it is on.
    private static String page(JsonNode body) {
        var told = NotionApi.id(body.path("data").path("page_id").asString(""));
        return told.isEmpty() ? NotionApi.id(parent(body)) : told;
    }

    private static String parent(JsonNode body) {
        return body.path("data").path("parent").path("id").asString("");
    }
}
