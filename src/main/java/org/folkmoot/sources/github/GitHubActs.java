package org.folkmoot.sources.github;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.github.GitHubAnswers;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Issues, and comments under issues, pull requests and discussions; and what is done to them.
/// GitHub has no key that would keep a second comment away, so whoever is unsure looks first; all
/// else may be done twice.
record GitHubActs() implements Acting {

    @Override
    public Set<What> does() {
        return Set.of(
                What.POST,
                What.REPLY,
                What.REACT,
                What.LABEL,
                What.LOCK,
                What.HIDE,
                What.UNHIDE,
                What.BAN,
                What.LIFT);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new GitHubApi(line);
        var steward = new Steward(api);
        return switch (act.what()) {
            case POST ->
                    done(
                            line.ask(
                                            api.send(
                                                    "POST",
                                                    path(act),
                                                    Map.of(
                                                            "title",
                                                            act.title(),
                                                            "body",
                                                            act.text())))
                                    .json());
            case REPLY ->
                    Where.of(act.target()).discussion()
                            ? new Talk(new Graph(api)).reply(act)
                            : done(
                                    line.ask(
                                                    api.send(
                                                            "POST",
                                                            path(act),
                                                            Map.of("body", act.text())))
                                            .json());
            case REACT -> steward.react(act);
            case LABEL -> steward.label(act);
            case LOCK -> steward.lock(act);
            case HIDE -> steward.hide(act);
            case UNHIDE -> steward.unhide(act);
            case BAN -> steward.block(act, false);
            case LIFT -> steward.block(act, true);
            default -> throw new IllegalArgumentException("GitHub knows no such thing.");
        };
    }

    private static String path(Act act) {
        return act.what() == What.POST
                ? "/repos/%s/issues".formatted(act.target())
                : Where.of(act.target()).issue() + "/comments";
    }

    /// What is there since it was first tried, by the one whose token it is.
    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new GitHubApi(line);
        if (twice(act)) {
            return Optional.empty();
        }
        if (act.what() == What.REPLY && Where.of(act.target()).discussion()) {
            return new Talk(new Graph(api)).find(act);
        }
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
            next = api.next(reply, next);
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
