package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Posts and answers in the name of the account, and what its moderators may do. What is posted
/// bears a key, by which an instance keeps a second one away for an hour; later one is looked for.
record MastodonActs() implements Acting {

    @Override
    public Set<What> does() {
        return Set.of(
                What.POST,
                What.REPLY,
                What.REACT,
                What.EDIT,
                What.DELETE,
                What.TIMEOUT,
                What.BAN,
                What.LIFT);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new MastodonApi(line);
        return switch (act.what()) {
            case POST, REPLY -> write(api, act);
            case REACT -> {
                var path = "/api/v1/statuses/%s/favourite".formatted(Posts.number(api, act));
                var liked = api.done(api.send("POST", path));
                var me = Names.of(line).of(api.me());
                yield new Done(Statuses.uri(liked) + "/favourite/" + me, text(liked, "url"));
            }
            case EDIT -> {
                var path = "/api/v1/statuses/" + Posts.number(api, act);
                var body = new LinkedHashMap<String, Object>();
                body.put("status", act.text());
                yield done(api.done(api.send("PUT", path).json(body)));
            }
            case DELETE -> {
                api.gone(api.send("DELETE", "/api/v1/statuses/" + Posts.number(api, act)));
                yield new Done(act.target(), "");
            }
            case TIMEOUT, BAN, LIFT -> new Discipline(api).act(act);
            default -> throw new IllegalArgumentException("Mastodon knows nothing like it.");
        };
    }

    private static Done write(MastodonApi api, Act act) {
        var body = new LinkedHashMap<String, Object>();
        var visibility = api.line().connection().setting("visibility");
        var said = Posts.said(act);
        if (act.what() == What.REPLY) {
            var answered = Posts.answered(api, act);
            body.put("in_reply_to_id", text(answered, "id"));
            var author = text(answered.path("account"), "acct");
            said = said.contains("@" + author) ? said : "@" + author + " " + said;
            visibility = Posts.narrower(visibility, text(answered, "visibility"));
        }
        body.put("status", said);
        body.put("visibility", visibility);
        if (!act.more("language").isEmpty()) {
            body.put("language", act.more("language"));
        }
        if (!act.more("scheduled").isEmpty()) {
            body.put("scheduled_at", act.more("scheduled"));
        }
        var ask = api.send("POST", "/api/v1/statuses").json(body);
        var made = api.done(ask.with("Idempotency-Key", act.key()));
        return made.has("scheduled_at") && Statuses.uri(made).isEmpty()
                ? new Done("scheduled/" + text(made, "id"), "")
                : done(made);
    }

    private static Done done(JsonNode status) {
        return new Done(Statuses.uri(status), text(status, "url"));
    }

    /// Among the account's latest posts, by their words.
    @Override
    public Optional<Done> find(Line line, Act act) {
        if (act.what() != What.POST && act.what() != What.REPLY) {
            return Optional.empty();
        }
        var api = new MastodonApi(line);
        var path = Streams.path(Streams.OWN, text(api.me(), "id"));
        var sought = Posts.words(Posts.said(act));
        for (var status : line.ask(api.get(path)).json()) {
            var made = JsonTimes.of(text(status, "created_at"));
            if (made != null
                    && !made.isBefore(act.at().minusSeconds(60))
                    && Posts.words(text(status, "content")).endsWith(sought)
                    && text(status, "in_reply_to_id").isEmpty() == (act.what() == What.POST)) {
                return Optional.of(done(status));
            }
        }
        return Optional.empty();
    }
}
