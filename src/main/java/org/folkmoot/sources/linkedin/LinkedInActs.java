package org.folkmoot.sources.linkedin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.core.JacksonException;

/// What we do there in the page's name. LinkedIn has no key that would keep a second post away, so
/// whoever is unsure looks first.
record LinkedInActs() implements Acting {

    private static final Pattern POST = Pattern.compile("urn:li:(?:share|ugcPost|activity):\\d+");
    static final Pattern COMMENT =
            Pattern.compile("urn:li:comment:\\((urn:li:\\w+:\\d+),(\\d+)\\)");

    private static final Set<String> REACTIONS =
            Set.of("LIKE", "PRAISE", "EMPATHY", "INTEREST", "APPRECIATION", "ENTERTAINMENT");

    @Override
    public Set<Act.What> does() {
        return Set.of(
                Act.What.POST, Act.What.REPLY, Act.What.REACT, Act.What.EDIT, Act.What.DELETE);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new LinkedInApi(line);
        return switch (act.what()) {
            case POST -> post(api, act);
            case REPLY -> reply(api, act);
            case REACT -> react(api, act);
            case EDIT -> {
                var set = Map.of("$set", Map.of("commentary", LittleText.escaped(act.text())));
                taken(
                        api,
                        api.send("POST", "/posts/" + Ask.part(thing(act, POST)))
                                .with("X-RestLi-Method", "PARTIAL_UPDATE")
                                .json(Map.of("patch", set)));
                yield done(act.target());
            }
            case DELETE -> delete(api, act);
            default -> throw new IllegalArgumentException("LinkedIn cannot do this.");
        };
    }

    private static Done post(LinkedInApi api, Act act) {
        var body = new LinkedHashMap<String, Object>();
        body.put("author", api.organization());
        body.put("commentary", LittleText.escaped(act.text()));
        body.put("visibility", "PUBLIC");
        body.put(
                "distribution",
                Map.of(
                        "feedDistribution",
                        "MAIN_FEED",
                        "targetEntities",
                        List.of(),
                        "thirdPartyDistributionChannels",
                        List.of()));
        body.put("lifecycleState", "PUBLISHED");
        body.put("isReshareDisabledByAuthor", false);
        var reply = taken(api, api.send("POST", "/posts").json(body));
        return done(
                reply.header("x-restli-id")
                        .or(() -> reply.header("x-linkedin-id"))
                        .orElseGet(() -> reply.json().path("id").asString("")));
    }

    /// Below a post, or below a comment, which then is named besides.
    private static Done reply(LinkedInApi api, Act act) {
        var comment = COMMENT.matcher(act.target());
        var below = comment.matches();
        var about = below ? comment.group(1) : thing(act, POST);
        var body = new LinkedHashMap<String, Object>();
        body.put("actor", api.organization());
        body.put("object", about);
        body.put("message", Map.of("text", act.text()));
        if (below) {
            body.put("parentComment", act.target());
        }
        var path = "/socialActions/%s/comments".formatted(Ask.part(act.target()));
        var reply = taken(api, api.send("POST", path).json(body));
        var urn = LinkedInPosts.urn(reply.json());
        return done(
                urn.isEmpty()
                        ? "urn:li:comment:(%s,%s)"
                                .formatted(about, reply.header("x-restli-id").orElse(""))
                        : urn);
    }

    private static Done react(LinkedInApi api, Act act) {
        var named = act.text().strip().toUpperCase(Locale.ROOT);
        var body =
                Map.of(
                        "root",
                        act.target(),
                        "reactionType",
                        REACTIONS.contains(named) ? named : "LIKE");
        taken(api, api.send("POST", "/reactions").query("actor", api.organization()).json(body));
        return done("%s/reaction/%s".formatted(act.target(), api.organization()));
    }

    private static Done delete(LinkedInApi api, Act act) {
        var comment = COMMENT.matcher(act.target());
        taken(
                api,
                comment.matches()
                        ? api.send(
                                        "DELETE",
                                        "/socialActions/%s/comments/%s"
                                                .formatted(
                                                        Ask.part(comment.group(1)),
                                                        comment.group(2)))
                                .query("actor", api.organization())
                        : api.send("DELETE", "/posts/" + Ask.part(thing(act, POST)))
                                .with("X-RestLi-Method", "DELETE"));
        return done(act.target());
    }

    private static String thing(Act act, Pattern pattern) {
        if (!pattern.matcher(act.target()).matches()) {
            throw new IllegalArgumentException("This is no post or comment of LinkedIn.");
        }
        return act.target();
    }

    private static Done done(String id) {
        return new Done(id, "https://www.linkedin.com/feed/update/" + id);
    }

    private static Reply taken(LinkedInApi api, Ask ask) {
        var reply = api.line().ask(ask.allowing(400, 403, 404, 409, 422));
        if (reply.status() >= 300) {
            throw new IllegalArgumentException(
                    "LinkedIn did not take it: %s".formatted(words(reply)));
        }
        return reply;
    }

    private static String words(Reply reply) {
        try {
            return reply.json()
                    .path("message")
                    .asString("it answered %d.".formatted(reply.status()));
        } catch (JacksonException e) {
            return "it answered %d.".formatted(reply.status());
        }
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        return new LinkedInSearch(new LinkedInApi(line)).find(act).map(LinkedInActs::done);
    }
}
