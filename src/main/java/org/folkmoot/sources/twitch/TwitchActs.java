package org.folkmoot.sources.twitch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Chat, announcements, bans and the schedule, in the name of whoever signed in. What was said in a
/// chat is shown to no program afterwards, so nobody can look whether it arrived.
record TwitchActs() implements Acting {

    private static final Duration LONGEST = Duration.ofDays(14);

    /// Which channel, and as whom.
    private record Where(TwitchApi api, String channel, String me) {

        static Where of(Line line) {
            var api = new TwitchApi(line);
            var me = api.user("").path("id").asString("");
            if (me.isEmpty()) {
                throw new IllegalArgumentException(
                        "As an app alone Twitch is only read. Sign in there to do this.");
            }
            var login = TwitchApi.login(line.connection());
            var id = login.isEmpty() ? me : api.user(login).path("id").asString("");
            return new Where(api, id, me);
        }

        Ask send(String method, String path) {
            return api.send(method, path).query("broadcaster_id", channel);
        }

        Ask moderate(String method, String path) {
            return send(method, path).query("moderator_id", me);
        }

        /// @throws IllegalArgumentException with Twitch's own words, when it refuses
        Reply done(Ask ask) {
            var reply = api.line().ask(ask.allowing(400, 403, 404, 409, 422));
            if (reply.status() >= 300) {
                throw new IllegalArgumentException(
                        "Twitch did not take it: " + TwitchApi.words(reply));
            }
            return reply;
        }
    }

    @Override
    public Set<What> does() {
        return Set.of(
                What.POST, What.REPLY, What.DELETE, What.TIMEOUT, What.BAN, What.LIFT, What.EVENT);
    }

    /// Moderation says no the second time, and changes nothing.
    @Override
    public boolean twice(Act act) {
        return switch (act.what()) {
            case POST, REPLY, EVENT -> false;
            default -> true;
        };
    }

    @Override
    public Done act(Line line, Act act) {
        var where = Where.of(line);
        return switch (act.what()) {
            case POST ->
                    act.more("announcement").isEmpty() && !act.target().equals("announcements")
                            ? said(where, act, "")
                            : announced(where, act);
            case REPLY -> said(where, act, message(act));
            case DELETE -> {
                where.done(
                        where.moderate("DELETE", "/moderation/chat")
                                .query("message_id", message(act)));
                yield new Done(act.target(), "");
            }
            case TIMEOUT, BAN -> banned(where, act);
            case LIFT -> lifted(where, act);
            case EVENT -> planned(where, act);
            default -> throw new IllegalArgumentException("Twitch cannot do this from here.");
        };
    }

    private static String message(Act act) {
        if (!act.target().startsWith("chat/")) {
            throw new IllegalArgumentException("This is no message of the chat.");
        }
        return act.target().substring("chat/".length());
    }

    /// Twitch may say yes and drop it all the same.
    private static Done said(Where where, Act act, String parent) {
        var body = new LinkedHashMap<String, String>();
        body.put("broadcaster_id", where.channel());
        body.put("sender_id", where.me());
        body.put("message", act.text());
        if (!parent.isEmpty()) {
            body.put("reply_parent_message_id", parent);
        }
        var said =
                where.done(where.api().send("POST", "/chat/messages").json(body))
                        .json()
                        .path("data")
                        .path(0);
        if (!said.path("is_sent").asBoolean(true)) {
            throw new IllegalArgumentException(
                    "Twitch dropped it: "
                            + said.path("drop_reason").path("message").asString("no reason given"));
        }
        return new Done("chat/" + said.path("message_id").asString(""), "");
    }

    private static Done announced(Where where, Act act) {
        var body = new LinkedHashMap<String, String>();
        body.put("message", act.text());
        if (!act.more("color").isEmpty()) {
            body.put("color", act.more("color"));
        }
        where.done(where.moderate("POST", "/chat/announcements").json(body));
        return new Done("announcement/" + act.key(), "");
    }

    private static Done banned(Where where, Act act) {
        var data = new LinkedHashMap<String, Object>();
        data.put("user_id", act.target());
        if (act.what() == What.TIMEOUT) {
            data.put("duration", seconds(act));
        }
        if (!act.text().isEmpty()) {
            data.put("reason", act.text());
        }
        where.done(where.moderate("POST", "/moderation/bans").json(Map.of("data", data)));
        return new Done(act.target(), "");
    }

    private static long seconds(Act act) {
        var minutes = act.more("minutes");
        if (!minutes.matches("\\d{1,5}")
                || Long.parseLong(minutes) < 1
                || Long.parseLong(minutes) > LONGEST.toMinutes()) {
            throw new IllegalArgumentException(
                    "Say for how many minutes, 1 to %d.".formatted(LONGEST.toMinutes()));
        }
        return Long.parseLong(minutes) * 60;
    }

    private static Done lifted(Where where, Act act) {
        where.done(where.moderate("DELETE", "/moderation/bans").query("user_id", act.target()));
        return new Done(act.target(), "");
    }

    private static Done planned(Where where, Act act) {
        var starts = time(act, "starts");
        var minutes =
                act.more("ends").isEmpty()
                        ? 60
                        : Duration.between(starts, time(act, "ends")).toMinutes();
        var zone = act.more("timezone");
        var body =
                Map.of(
                        "start_time",
                        starts.toInstant().toString(),
                        "timezone",
                        zone.isEmpty() ? "Etc/UTC" : zone,
                        "duration",
                        Long.toString(minutes),
                        "is_recurring",
                        false,
                        "title",
                        act.title());
        var made =
                where.done(where.send("POST", "/schedule/segment").json(body)).json().path("data");
        return done(made.path("segments").path(0).path("id").asString(""), made);
    }

    private static Done done(String id, JsonNode schedule) {
        var login = schedule.path("broadcaster_login").asString("");
        return new Done(
                "segment/" + id,
                login.isEmpty() ? "" : "https://www.twitch.tv/%s/schedule".formatted(login));
    }

    private static OffsetDateTime time(Act act, String name) {
        try {
            return OffsetDateTime.parse(act.more(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Say when it %s, such as 2026-05-01T18:00:00Z.".formatted(name), e);
        }
    }

    /// A segment of the same title at the same time is ours.
    @Override
    public Optional<Done> find(Line line, Act act) {
        if (act.what() != What.EVENT) {
            throw new IllegalArgumentException(
                    "Twitch shows no program what was said. Look into the chat before you send it again.");
        }
        var where = Where.of(line);
        var starts = time(act, "starts").toInstant();
        var reply =
                line.ask(
                        where.send("GET", "/schedule")
                                .query("start_time", starts.toString())
                                .query("first", "25")
                                .allowing(404));
        var schedule = TwitchApi.body(reply).path("data");
        for (var segment : schedule.path("segments")) {
            if (segment.path("title").asString("").equals(act.title())
                    && starts.equals(JsonTimes.at(segment, "start_time"))) {
                return Optional.of(done(segment.path("id").asString(""), schedule));
            }
        }
        return Optional.empty();
    }
}
