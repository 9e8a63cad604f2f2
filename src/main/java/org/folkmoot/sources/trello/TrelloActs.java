package org.folkmoot.sources.trello;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Cards and comments in the name of whoever's token it is. Trello has no key that would keep a
/// second one away, so whoever is unsure looks first.
record TrelloActs() implements Acting {

    private static final int MARGIN = 60;

    @Override
    public Set<Act.What> does() {
        return Set.of(
                Act.What.TASK,
                Act.What.REPLY,
                Act.What.EDIT,
                Act.What.DELETE,
                Act.What.HIDE,
                Act.What.UNHIDE);
    }

    @Override
    public boolean twice(Act act) {
        return act.what() != Act.What.TASK && act.what() != Act.What.REPLY;
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new TrelloApi(line);
        var place = TrelloPlace.of(api, act.target());
        return switch (act.what()) {
            case TASK ->
                    place.card().isEmpty()
                            ? done(taken(api, "POST", "/cards", fields(act, place.list())))
                            : done(taken(api, "PUT", "/cards/" + place.card(), fields(act, "")));
            case REPLY -> {
                var path = "/cards/%s/actions/comments".formatted(place.mustCard());
                var said = taken(api, "POST", path, Map.of("text", act.text()));
                yield new Done(said.path("id").asString(""), "");
            }
            case EDIT -> edit(api, act, place);
            case DELETE -> {
                var path =
                        place.comment().isEmpty()
                                ? "/cards/" + place.mustCard()
                                : "/actions/" + place.comment();
                var reply = api.perhaps(api.delete(path));
                if (reply.status() == 400) {
                    throw refused(reply);
                }
                yield new Done(act.target(), "");
            }
            case HIDE, UNHIDE -> {
                var closed = Boolean.toString(act.what() == Act.What.HIDE);
                var path = "/cards/" + place.mustCard();
                yield done(taken(api, "PUT", path, Map.of("closed", closed)));
            }
            default -> throw new IllegalArgumentException("Trello cannot do this.");
        };
    }

    private static Done edit(TrelloApi api, Act act, TrelloPlace place) {
        if (place.comment().isEmpty()) {
            return done(
                    taken(api, "PUT", "/cards/" + place.mustCard(), Map.of("desc", act.text())));
        }
        taken(
                api,
                "PUT",
                "/actions/%s/text".formatted(place.comment()),
                Map.of("value", act.text()));
        return new Done(place.comment(), "");
    }

    private static Map<String, String> fields(Act act, String list) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("idList", list);
        fields.put("name", act.title());
        fields.put("desc", act.text());
        fields.put("due", act.more("due"));
        fields.values().removeIf(String::isBlank);
        return fields;
    }

    /// What was sent, once Trello took it.
    private static JsonNode taken(
            TrelloApi api, String method, String path, Map<String, String> fields) {
        var reply = api.perhaps(api.send(method, path, fields));
        if (reply.status() != 200) {
            throw refused(reply);
        }
        return reply.json();
    }

    private static IllegalArgumentException refused(Reply reply) {
        return new IllegalArgumentException("Trello did not take it: %s.".formatted(words(reply)));
    }

    /// Trello says why in plain words, or in a field of JSON.
    static String words(Reply reply) {
        var text = reply.text().strip();
        var said =
                text.startsWith("{")
                        ? reply.json().path("message").asString("no reason given")
                        : text;
        return said.length() > 200 ? said.substring(0, 200) : said.replaceFirst("\\.$", "");
    }

    /// Among what is there since it was first tried.
    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new TrelloApi(line);
        var place = TrelloPlace.of(api, act.target());
        if (act.what() == Act.What.REPLY) {
            var me =
                    line.ask(api.get("/members/me").query("fields", "id"))
                            .json()
                            .path("id")
                            .asString("");
            var path = "/cards/%s/actions".formatted(place.mustCard());
            var said = line.ask(api.get(path).query("filter", "commentCard").query("limit", "100"));
            for (var action : said.json()) {
                var id = action.path("id").asString("");
                if (fresh(id, act.at())
                        && action.path("idMemberCreator").asString(me).equals(me)
                        && same(action.path("data"), "text", act.text())) {
                    return Optional.of(new Done(id, ""));
                }
            }
            return Optional.empty();
        }
        if (act.what() == Act.What.TASK && place.card().isEmpty()) {
            for (var card : line.ask(api.get("/lists/%s/cards".formatted(place.list()))).json()) {
                if (fresh(card.path("id").asString(""), act.at())
                        && same(card, "name", act.title())
                        && same(card, "desc", act.text())) {
                    return Optional.of(done(card));
                }
            }
        }
        return Optional.empty(); // what is done again changes nothing more
    }

    private static boolean fresh(String id, Instant since) {
        var made = TrelloAnswers.made(id);
        return made != null && !made.isBefore(since.minusSeconds(MARGIN));
    }

    private static boolean same(JsonNode row, String field, String text) {
        return row.path(field).asString("").strip().equals(text.strip());
    }

    private static Done done(JsonNode card) {
        return new Done(
                card.path("id").asString(""),
                card.path("shortUrl").asString(card.path("url").asString("")));
    }
}
