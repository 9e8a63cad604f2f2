package org.folkmoot.sources.slack;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
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
import org.folkmoot.sources.Stop;
import tools.jackson.databind.JsonNode;

/// Messages, now or later, replies in threads, and what is done to a message, as the app. Slack has
/// no key that would keep a second message away, so whoever is unsure looks first; all else may be
/// done twice.
record SlackActs() implements Acting {

    private static final Pattern MESSAGE = Pattern.compile("([A-Z0-9]+)/(\\d+\\.\\d+)(?:/.*)?");
    private static final Duration SOON = Duration.ofSeconds(30);

    private record Where(String channel, String thread) {

        static Where of(Act act) {
            var message = MESSAGE.matcher(act.target());
            if (act.what() == What.POST && act.target().matches("[A-Z0-9]+")) {
                return new Where(act.target(), "");
            }
            if (!message.matches()) {
                throw new IllegalArgumentException("This is no message or channel of Slack.");
            }
            return new Where(message.group(1), message.group(2));
        }
    }

    @Override
    public Set<What> does() {
        return Set.of(What.POST, What.REPLY, What.REACT, What.EDIT, What.DELETE);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new SlackApi(line);
        var where = Where.of(act);
        return switch (act.what()) {
            case POST, REPLY -> say(api, act, where);
            case REACT -> react(api, act, where);
            case EDIT -> {
                taken(
                        line,
                        api.post(
                                "chat.update",
                                Map.of(
                                        "channel", where.channel(),
                                        "ts", where.thread(),
                                        "text", SlackApi.escaped(act.text()))));
                yield done(where.channel(), where.thread());
            }
            case DELETE -> {
                taken(
                        line,
                        api.form(
                                "chat.delete",
                                Map.of("channel", where.channel(), "ts", where.thread())),
                        "message_not_found");
                yield done(where.channel(), where.thread());
            }
            default -> throw new IllegalArgumentException("Slack knows no such thing.");
        };
    }

    private static Done say(SlackApi api, Act act, Where where) {
        var body = new LinkedHashMap<String, String>();
        body.put("channel", where.channel());
        body.put("text", SlackApi.escaped(act.text()));
        if (!where.thread().isEmpty()) {
            body.put("thread_ts", where.thread());
        }
        var later = later(api.line(), act);
        if (later.isPresent()) {
            body.put("post_at", later.get());
            var said = taken(api.line(), api.post("chat.scheduleMessage", body));
            return scheduled(where, said.path("scheduled_message_id").asString(""));
        }
        var said = taken(api.line(), api.post("chat.postMessage", body));
        return done(said.path("channel").asString(where.channel()), said.path("ts").asString(""));
    }

    /// When Slack shall post it by itself, in seconds since 1970; empty for now.
    private static Optional<String> later(Line line, Act act) {
        if (act.more("scheduled").isEmpty()) {
            return Optional.empty();
        }
        try {
            var at = Instant.parse(act.more("scheduled"));
            return Optional.of(Long.toString(at.getEpochSecond()))
                    .filter(_ -> at.isAfter(line.now().plus(SOON)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("This is no time: " + act.more("scheduled"), e);
        }
    }

    private static Done react(SlackApi api, Act act, Where where) {
        var emoji = act.text().strip().replaceAll("^:|:$", "");
        var body = Map.of("channel", where.channel(), "timestamp", where.thread(), "name", emoji);
        if (act.more("remove").equals("true")) {
            taken(api.line(), api.post("reactions.remove", body), "no_reaction");
        } else {
            taken(api.line(), api.post("reactions.add", body), "already_reacted");
        }
        var message = where.channel() + "/" + where.thread();
        return new Done("%s/reaction/%s/%s".formatted(message, emoji, me(api)), "");
    }

    /// @param fine errors that mean that it was done before
    private static JsonNode taken(Line line, Ask ask, String... fine) {
        var said = line.ask(ask.allowing(200)).json();
        var error = said.path("error").asString("");
        if (SlackManners.halfway(error)) {
            throw new Stop(SlackManners.unreachable(error));
        }
        if (!said.path("ok").asBoolean(false) && !Set.of(fine).contains(error)) {
            throw new IllegalArgumentException(
                    "Slack did not take it: %s%s."
                            .formatted(
                                    error,
                                    said.has("needed")
                                            ? ", it needs " + said.path("needed").asString("")
                                            : ""));
        }
        return said;
    }

    private static String me(SlackApi api) {
        return auth(api).path("user_id").asString("");
    }

    private static JsonNode auth(SlackApi api) {
        return api.line().ask(api.get("auth.test")).json();
    }

    /// A bot's message may name its app alone.
    private static boolean mine(JsonNode message, JsonNode me) {
        var user = message.path("user").asString("");
        var bot = message.path("bot_id").asString("");
        return user.isEmpty()
                ? !bot.isEmpty() && bot.equals(me.path("bot_id").asString(""))
                : user.equals(me.path("user_id").asString(""));
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        var where = Where.of(act);
        var api = new SlackApi(line);
        if (twice(act)) {
            return Optional.empty();
        }
        var later = later(line, act);
        return later.isPresent()
                ? waiting(api, act, where, later.get())
                : said(api, act, where, auth(api));
    }

    private static Optional<Done> said(SlackApi api, Act act, Where where, JsonNode me) {
        var ask =
                where.thread().isEmpty()
                        ? api.get("conversations.history")
                        : api.get("conversations.replies").query("ts", where.thread());
        var since = act.at().minusSeconds(60).getEpochSecond() + ".000000";
        var page =
                api.line()
                        .ask(
                                ask.query("channel", where.channel())
                                        .query("oldest", since)
                                        .query("limit", "200"))
                        .json();
        for (var message : page.path("messages")) {
            if (mine(message, me) && same(message, act)) {
                return Optional.of(done(where.channel(), message.path("ts").asString("")));
            }
        }
        return Optional.empty();
    }

    private static boolean same(JsonNode message, Act act) {
        return SlackApi.plain(message.path("text").asString(""))
                .equals(SlackApi.plain(SlackApi.escaped(act.text())));
    }

    /// Among what Slack is to post by itself.
    private static Optional<Done> waiting(SlackApi api, Act act, Where where, String at) {
        var ask =
                api.get("chat.scheduledMessages.list")
                        .query("channel", where.channel())
                        .query("limit", "100");
        for (var one : api.line().ask(ask).json().path("scheduled_messages")) {
            if (one.path("post_at").asString("").equals(at) && same(one, act)) {
                return Optional.of(scheduled(where, one.path("id").asString("")));
            }
        }
        return Optional.empty();
    }

    private static Done scheduled(Where where, String id) {
        return new Done(where.channel() + "/scheduled/" + id, "");
    }

    private static Done done(String channel, String ts) {
        return new Done(channel + "/" + ts, "");
    }
}
