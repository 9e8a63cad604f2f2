package org.folkmoot.sources.github;

import java.time.Instant;
import java.util.List;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.github.GitHubAnswers;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// GitHub's calls: signed over the whole body; one that is sent again keeps its name.
record GitHubCalls() implements Listening {

    /// Where the object stands that an event is about, the innermost first.
    private static final List<String> OBJECTS =
            List.of("comment", "review", "release", "issue", "pull_request", "discussion");

    @Override
    public String secret() {
        return "webhook-secret";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var signature = Signature.sha256(connection.token(secret()), call.body());
        if (!signature.isHex("sha256=", call.header("X-Hub-Signature-256"))) {
            return new Heard.Refuse("Its signature is not that of GitHub.");
        }
        if (call.header("X-GitHub-Event").equals("ping")) {
            return Heard.Answer.ok();
        }
        var delivery = call.header("X-GitHub-Delivery");
        return delivery.isEmpty() ? new Heard.Refuse("It has no name.") : new Heard.Take(delivery);
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var body = body(call);
        var event = call.header("X-GitHub-Event");
        var action = body.path("action").asString("");
        var repository = body.path("repository").path("full_name").asString("");
        if (!line.connection().list("repositories").stream()
                .anyMatch(one -> one.equalsIgnoreCase(repository))) {
            return; // an organisation's webhook tells of all its repositories
        }
        var answers = new GitHubAnswers(new GitHubApi(line).host(), repository, finds);
        if (event.equals("star")) {
            star(body, action, answers);
        } else if (event.equals("fork")) {
            answers.read(body.path("forkee"), event);
        } else {
            OBJECTS.stream()
                    .filter(name -> body.path(name).isObject())
                    .findFirst()
                    .ifPresent(name -> object(body, body.path(name), action, line, answers));
        }
    }

    private static void object(
            JsonNode body, JsonNode row, String action, Line line, GitHubAnswers answers) {
        answers.changing().read(row, action);
        if (action.equals("deleted") || action.equals("transferred")) {
            answers.gone(row, line.now());
        } else if (action.equals("edited") && body.path("changes").has("body")) {
            answers.edited(row, line.now());
        }
    }

    private static void star(JsonNode body, String action, GitHubAnswers answers) {
        if (action.equals("created") && body instanceof ObjectNode whole) {
            answers.read(
                    whole.objectNode()
                            .set("starred_at", body.path("starred_at"))
                            .set("user", body.path("sender")),
                    "star");
        } else if (action.equals("deleted")) {
            answers.unstarred(body.path("sender"), null);
        }
    }

    /// Its body, also in the form in which GitHub sends it unless told otherwise.
    private static JsonNode body(Call call) {
        var form = call.header("Content-Type").startsWith("application/x-www-form-urlencoded");
        return form
                ? org.folkmoot.connectors.intake.JsonRows.JSON.readTree(
                        java.net.URLDecoder.decode(
                                call.text().replaceFirst("^payload=", ""),
                                java.nio.charset.StandardCharsets.UTF_8))
                : call.json();
    }
}
