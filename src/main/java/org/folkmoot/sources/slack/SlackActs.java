package org.folkmoot.sources.slack;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;

/// Messages and replies in threads, as the app. Slack has no key that would keep a second one away,
/// so whoever is unsure looks first.
record SlackActs() implements Acting {

    private static final Pattern MESSAGE = Pattern.compile("([A-Z0-9]+)/(\\d+\\.\\d+)(?:/.*)?");

    private record Where(String channel, String thread) {

        static Where of(Act act) {
            var message = MESSAGE.matcher(act.target());
            if (act.what() == Act.What.POST && act.target().matches("[A-Z0-9]+")) {
                return new Where(act.target(), "");
            }
            if (!message.matches()) {
                throw new IllegalArgumentException("This is no message or channel of Slack.");
            }
            return new Where(message.group(1), message.group(2));
        }
    }

    @Override
    public Done act(Line line, Act act) {
        var where = Where.of(act);
        var body = new LinkedHashMap<String, String>();
        body.put("channel", where.channel());
        body.put("text", SlackApi.escaped(act.text()));
        if (!where.thread().isEmpty()) {
            body.put("thread_ts", where.thread());
        }
        var said = line.ask(new SlackApi(line).post("chat.postMessage", body)).json();
        if (!said.path("ok").asBoolean(false)) {
            throw new IllegalArgumentException(
                    "Slack did not take it: %s. Is the app in that channel?"
                            .formatted(said.path("error").asString("")));
        }
        return done(said.path("channel").asString(where.channel()), said.path("ts").asString(""));
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        var where = Where.of(act);
        var api = new SlackApi(line);
        var me = line.ask(api.get("auth.test")).json().path("user_id").asString("");
        var ask =
                where.thread().isEmpty()
                        ? api.get("conversations.history")
                        : api.get("conversations.replies").query("ts", where.thread());
        var page =
                line.ask(
                                ask.query("channel", where.channel())
                                        .query(
                                                "oldest",
                                                act.at().minusSeconds(60).getEpochSecond()
                                                        + ".000000")
                                        .query("limit", "200"))
                        .json();
        for (var message : page.path("messages")) {
            if (message.path("user").asString("").equals(me)
                    && message.path("text")
                            .asString("")
                            .strip()
                            .equals(SlackApi.escaped(act.text()).strip())) {
                return Optional.of(done(where.channel(), message.path("ts").asString("")));
            }
        }
        return Optional.empty();
    }

    private static Done done(String channel, String ts) {
        return new Done(channel + "/" + ts, "");
    }
}
