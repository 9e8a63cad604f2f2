package org.folkmoot.sources.github;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.connectors.github.GitHubAnswers;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Issues, and comments under issues and pull requests. GitHub has no key that would keep a second
/// one away, so whoever is unsure looks first.
record GitHubActs() implements Acting {

    private static final Pattern THREAD = Pattern.compile("([\\w.-]+/[\\w.-]+)#(\\d+)(?:/.*)?");

    @Override
    public Done act(Line line, Act act) {
        var api = new GitHubApi(line);
        var body =
                act.what() == Act.What.POST
                        ? Map.of("title", act.title(), "body", act.text())
                        : Map.of("body", act.text());
        return done(line.ask(api.send("POST", path(act), body)).json());
    }

    private static String path(Act act) {
        if (act.what() == Act.What.POST) {
            return "/repos/%s/issues".formatted(act.target());
        }
        var thread = THREAD.matcher(act.target());
        if (!thread.matches()) {
            throw new IllegalArgumentException(
                    "Only issues and pull requests can be answered from here.");
        }
        return "/repos/%s/issues/%s/comments".formatted(thread.group(1), thread.group(2));
    }

    /// What is there since it was first tried, by the one whose token it is.
    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new GitHubApi(line);
        var me = line.ask(api.get("/user").allowing(403));
        var ask =
                api.get(path(act))
                        .query("since", act.at().minusSeconds(60).toString())
                        .query("per_page", "100");
        var next = "";
        while (true) {
            var reply = line.ask(ask);
            for (var row : reply.json()) {
                if (mine(me, row)
                        && row.path("body").asString("").strip().equals(act.text().strip())) {
                    return Optional.of(done(row));
                }
            }
            next = GitHubApi.next(reply, next);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            ask = api.follow(next);
        }
    }

    /// An app's token cannot say who it is; then the words decide.
    private static boolean mine(Reply me, JsonNode row) {
        var login = me.status() == 200 ? me.json().path("login").asString("") : "";
        return login.isEmpty() || row.path("user").path("login").asString("").equals(login);
    }

    private static Done done(JsonNode row) {
        var id = GitHubAnswers.idOf(row);
        return new Done(id == null ? "" : id, row.path("html_url").asString(""));
    }
}
