package org.folkmoot.sources.matrix;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;

/// Messages, answers and reactions in the name of the account, and what it may do as a moderator.
/// What is sent bears a transaction's name, by which a homeserver keeps a second one away.
record MatrixActs() implements Acting {

    private static final Pattern BOTH = Pattern.compile("(![^/]+)/(\\$.+)");

    private record Where(String room, String event) {

        static Where of(Act act) {
            var both = BOTH.matcher(act.target());
            if (both.matches()) {
                return new Where(both.group(1), both.group(2));
            }
            if (act.target().startsWith("!")) {
                return new Where(act.target(), "");
            }
            if (act.more("place").isEmpty()) {
                throw new IllegalArgumentException(
                        "Nobody knows in which room this is. Name both: ROOM/EVENT.");
            }
            return new Where(act.more("place"), act.target());
        }
    }

    @Override
    public Set<What> does() {
        return Set.of(
                What.POST, What.REPLY, What.EDIT, What.DELETE, What.REACT, What.BAN, What.LIFT);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new MatrixApi(line);
        var where = Where.of(act);
        return switch (act.what()) {
            case POST, REPLY -> send(api, where, act, "m.room.message", message(where, act));
            case EDIT -> {
                send(api, where, act, "m.room.message", edit(where, act));
                yield new Done(where.event(), Events.url(where.room(), where.event()));
            }
            case REACT -> {
                var relation =
                        Map.of(
                                "rel_type", "m.annotation",
                                "event_id", where.event(),
                                "key", act.text().strip());
                yield send(api, where, act, "m.reaction", Map.of("m.relates_to", relation));
            }
            case DELETE -> {
                var path =
                        "%s/redact/%s/%s"
                                .formatted(
                                        MatrixApi.room(where.room()),
                                        Ask.part(where.event()),
                                        Ask.part(act.key()));
                var why = act.text().isBlank() ? Map.of() : Map.of("reason", act.text());
                api.done(api.send("PUT", path).json(why));
                yield new Done(where.event(), "");
            }
            case BAN, LIFT -> discipline(api, where, act);
            default -> throw new IllegalArgumentException("Matrix knows nothing like it.");
        };
    }

    /// In one room, which has to be named: `more.place`.
    private static Done discipline(MatrixApi api, Where where, Act act) {
        var body = new LinkedHashMap<String, String>();
        body.put("user_id", where.event());
        if (!act.text().isBlank()) {
            body.put("reason", act.text());
        }
        var path = MatrixApi.room(where.room()) + (act.what() == What.BAN ? "/ban" : "/unban");
        api.done(api.send("POST", path).json(body));
        return new Done(where.event(), "");
    }

    private static Map<String, Object> message(Where where, Act act) {
        var body = new LinkedHashMap<String, Object>();
        body.put("msgtype", "m.text");
        body.put("body", said(act));
        if (!where.event().isEmpty()) {
            var relation = new LinkedHashMap<String, Object>();
            if (act.more("thread").startsWith("$") && !act.more("thread").equals(where.event())) {
                relation.put("rel_type", "m.thread");
                relation.put("event_id", act.more("thread"));
            }
            relation.put("m.in_reply_to", Map.of("event_id", where.event()));
            body.put("m.relates_to", relation);
        }
        return body;
    }

    private static Map<String, Object> edit(Where where, Act act) {
        return Map.of(
                "msgtype",
                "m.text",
                "body",
                "* " + said(act),
                "m.new_content",
                Map.of("msgtype", "m.text", "body", said(act)),
                "m.relates_to",
                Map.of("rel_type", "m.replace", "event_id", where.event()));
    }

    private static String said(Act act) {
        return act.title().isBlank() ? act.text() : act.title() + "\n\n" + act.text();
    }

    private static Done send(
            MatrixApi api, Where where, Act act, String type, Map<String, Object> content) {
        var path =
                "%s/send/%s/%s".formatted(MatrixApi.room(where.room()), type, Ask.part(act.key()));
        var id = text(api.done(api.send("PUT", path).json(content)), "event_id");
        return new Done(id, Events.url(where.room(), id));
    }

    /// Among the latest of the room; our own bear the name of what they were sent with.
    @Override
    public Optional<Done> find(Line line, Act act) {
        if (act.what() != What.POST && act.what() != What.REPLY) {
            return Optional.empty();
        }
        var api = new MatrixApi(line);
        var where = Where.of(act);
        var me = api.me();
        var path = MatrixApi.room(where.room()) + "/messages?dir=b&limit=100";
        for (var event : line.ask(api.get(path)).json().path("chunk")) {
            var named = text(event.path("unsigned"), "transaction_id").equals(act.key());
            var same =
                    text(event.path("content"), "body").strip().equals(said(act).strip())
                            && event.path("origin_server_ts").asLong(0)
                                    >= act.at().minusSeconds(60).toEpochMilli();
            if (text(event, "sender").equals(me) && (named || same)) {
                var id = text(event, "event_id");
                return Optional.of(new Done(id, Events.url(where.room(), id)));
            }
        }
        return Optional.empty();
    }
}
