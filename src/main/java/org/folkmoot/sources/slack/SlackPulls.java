package org.folkmoot.sources.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.slack.SlackAnswers;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.slack.At.Stage;
import tools.jackson.databind.JsonNode;

/// Reads a workspace a page at a time: people once a day, the channels, and of each channel its
/// messages with the threads under them. Later the last two days are read again, for edits and
/// reactions.
final class SlackPulls {

    private static final Duration AGAIN = Duration.ofDays(2);
    /// Once a day, for replies to what was said some time ago.
    private static final Duration FAR_BACK = Duration.ofDays(30);

    private static final Duration PEOPLE_AGAIN = Duration.ofDays(1);
    private static final String PAGE = "200";

    private final Line line;
    private final SlackApi api;
    private final Found.Basket basket = new Found.Basket();

    SlackPulls(Line line) {
        this.line = line;
        this.api = new SlackApi(line);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        if (at.stage() != Stage.MESSAGES) {
            return begin(at);
        }
        return at.channels().isEmpty()
                ? on(at)
                : at.threads().isEmpty() ? messages(at) : replies(at);
    }

    private Pull begin(At at) {
        return switch (at.stage()) {
            case TEAM -> {
                var me = line.ask(api.get("auth.test")).json();
                var host = me.path("url").asString("").replaceFirst("^https?://", "");
                var told = line.connection().setting("domain");
                var domain =
                        told.isEmpty() ? host.replaceFirst("\\.slack\\.com.*$|/.*$", "") : told;
                yield on(
                        at.usual()
                                .team(me.path("team_id").asString(""), domain)
                                .stage(knowsPeople(at) ? Stage.CHANNELS : Stage.PEOPLE));
            }
            case PEOPLE -> people(at);
            default -> channels(at);
        };
    }

    private boolean knowsPeople(At at) {
        return at.people() != null && at.people().plus(PEOPLE_AGAIN).isAfter(line.now());
    }

    private SlackAnswers answers(At at) {
        return new SlackAnswers(at.team(), at.domain(), basket);
    }

    private Pull people(At at) {
        var page =
                line.ask(api.get("users.list").query("limit", PAGE).query("cursor", at.next()))
                        .json();
        var answers = answers(at);
        page.path("members").forEach(user -> answers.user(user, "users.list"));
        var next = SlackApi.next(page, at.next());
        return next.isEmpty() ? on(at.people(line.now()).stage(Stage.CHANNELS)) : on(at.next(next));
    }

    static Ask channels(SlackApi api, String next) {
        return api.get("conversations.list")
                .query("types", "public_channel,private_channel")
                .query("limit", PAGE)
                .query("cursor", next);
    }

    private Pull channels(At at) {
        var page = line.ask(channels(api, at.next())).json();
        var wanted = line.connection().list("channels");
        var answers = answers(at);
        var chosen = new ArrayList<>(at.next().isEmpty() ? List.<String>of() : at.channels());
        for (var channel : page.path("channels")) {
            var id = channel.path("id").asString("");
            var name = channel.path("name").asString("");
            var named = wanted.contains(id) || wanted.contains(name) || wanted.contains("#" + name);
            if (wanted.isEmpty() ? channel.path("is_member").asBoolean(true) : named) {
                answers.channel(channel);
                chosen.add(id);
            }
        }
        var next = SlackApi.next(page, at.next());
        var went = at.channels(chosen);
        return next.isEmpty() ? on(went.stage(Stage.MESSAGES)) : on(went.next(next));
    }

    private Pull messages(At at) {
        var page =
                line.ask(
                                api.get("conversations.history")
                                        .query("channel", at.channel())
                                        .query("limit", PAGE)
                                        .query("oldest", since(at))
                                        .query("cursor", at.next()))
                        .json();
        if (page.path("error").asString("").equals("invalid_cursor") && !at.next().isEmpty()) {
            return on(at.anew()); // it was too old: the channel is read from its beginning
        }
        var answers = answers(at);
        var threads = new ArrayList<String>();
        var went = at;
        for (var message : page.path("messages")) {
            answers.message(at.channel(), message, "conversations.history");
            went = went.latest(message.path("ts").asString(""));
            thread(message, back(at, AGAIN))
                    .filter(t -> !threads.contains(t))
                    .ifPresent(threads::add);
        }
        var next = SlackApi.next(page, at.next());
        went = went.next(next).threads(threads);
        return next.isEmpty() && threads.isEmpty() ? on(done(went, answers)) : on(went);
    }

    /// Whose replies are to be read: it has new ones, or is told of by one that all shall see.
    private static Optional<String> thread(JsonNode message, String since) {
        var ts = message.path("ts").asString("");
        if (message.path("subtype").asString("").equals("thread_broadcast")) {
            return Optional.of(message.path("thread_ts").asString("")).filter(t -> !t.isEmpty());
        }
        return Optional.of(ts)
                .filter(_ -> message.path("reply_count").asInt(0) > 0)
                .filter(_ -> message.path("latest_reply").asString(ts).compareTo(since) > 0);
    }

    /// What was there in the round before and is missing now was deleted.
    private At done(At at, SlackAnswers answers) {
        at.seen().missing(at.channel(), since(at)).forEach(ts -> answers.gone(at.channel(), ts));
        return at.channelDone();
    }

    private String since(At at) {
        return back(at, at.deep() ? FAR_BACK : AGAIN);
    }

    private String back(At at, Duration time) {
        var from = line.connection().since();
        if (at.mark().isEmpty()) {
            return from.equals(Instant.EPOCH) ? "" : from.getEpochSecond() + ".000000";
        }
        var mark = Instant.ofEpochSecond(Long.parseLong(at.mark().replaceFirst("\\..*", "")));
        var then = mark.minus(time);
        return (then.isBefore(from) ? from : then).getEpochSecond() + ".000000";
    }

    /// One thread, to its end.
    private Pull replies(At at) {
        var thread = at.threads().getFirst();
        var answers = answers(at);
        for (var next = ""; ; ) {
            var page =
                    line.ask(
                                    api.get("conversations.replies")
                                            .query("channel", at.channel())
                                            .query("ts", thread)
                                            .query("limit", PAGE)
                                            .query("cursor", next))
                            .json();
            replies(page, at, answers);
            next = SlackApi.next(page, next);
            if (next.isEmpty()) {
                break;
            }
        }
        var left = at.threads(at.threads().subList(1, at.threads().size()));
        return left.threads().isEmpty() && left.next().isEmpty()
                ? on(done(left, answers))
                : on(left);
    }

    private static void replies(JsonNode page, At at, SlackAnswers answers) {
        for (var message : page.path("messages")) {
            answers.message(at.channel(), message, "conversations.replies");
        }
    }

    private Pull on(At next) {
        var ended = next.stage() == Stage.MESSAGES && next.channels().isEmpty();
        return new Pull.Caught(
                basket.all(),
                Cursors.write(ended ? next.stage(Stage.TEAM) : next),
                !ended,
                next.channels().isEmpty() || ended
                        ? "people and channels"
                        : "channel " + next.channel());
    }
}
