package org.folkmoot.sources.notion;

import java.time.Instant;
import org.folkmoot.connectors.Finds;
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

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var answers = new NotionAnswers(finds);
        var pages = new NotionPages(new NotionApi(line), answers);
        var body = call.json();
        var id = NotionApi.id(body.path("entity").path("id").asString(""));
        var type = body.path("type").asString("");
        if (id.isEmpty()) {
            return;
        }
        switch (type) {
            case "page.deleted", "comment.deleted" ->
                    answers.gone(id, NotionAnswers.time(body, "timestamp"));
            case "comment.created", "comment.updated" -> comment(body, pages);
            default -> {
                if (type.startsWith("page.")) {
                    pages.read(id);
                }
            }
        }
    }

    /// Under a page or one of its blocks, all comments of which are read.
    private static void comment(JsonNode body, NotionPages pages) {
        var data = body.path("data");
        var parent = NotionApi.id(data.path("parent").path("id").asString(""));
        var told = NotionApi.id(data.path("page_id").asString(""));
        var page = told.isEmpty() ? parent : told;
        if (!page.isEmpty()) {
            pages.comments(parent.isEmpty() ? page : parent, page);
        }
    }
}
