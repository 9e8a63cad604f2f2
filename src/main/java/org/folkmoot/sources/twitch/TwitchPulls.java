package org.folkmoot.sources.twitch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.twitch.At.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a channel a page at a time. What only its owner or a moderator may see is left out where
/// nobody let us in, and tried again the next day.
final class TwitchPulls {

    private static final String PAGE = "100";

    private final Line line;
    private final TwitchApi api;
    private final Found.Basket basket = new Found.Basket();
    private final TwitchAnswers answers = new TwitchAnswers(basket);
    private final List<Statistic> figures = new ArrayList<>();
    private final LocalDate today;

    TwitchPulls(Line line) {
        this.line = line;
        this.api = new TwitchApi(line);
        this.today = LocalDate.ofInstant(line.now(), ZoneOffset.UTC);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        var id = at.channel().id();
        return switch (at.stage()) {
            case USER -> user(at);
            case ME -> on(at.me(api.user("").path("id").asString("")).done());
            case FOLLOWERS -> on(followers(at));
            case SUBSCRIBERS -> on(subscribers(at));
            case STREAM -> on(stream(at));
            case VIEWERS -> on(viewers(at));
            case VIDEOS -> on(new Videos(api, answers, figures, today).listed(at));
            case CLIPS -> on(new Clips(api, answers).page(at));
            case BANS -> on(bans(at));
            case MODERATORS ->
                    on(
                            each(
                                    at,
                                    api.get("/moderation/moderators").query("broadcaster_id", id),
                                    answers::moderator));
            case OVER -> on(at);
        };
    }

    private Pull user(At at) {
        var whose = api.user(TwitchApi.login(line.connection()));
        var id = whose.path("id").asString("");
        if (id.isEmpty()) {
            return new Pull.SignInAgain(
                    "Twitch knows no such channel. Check its name, or sign in there.");
        }
        answers.channel(whose);
        var made = JsonTimes.at(whose, "created_at");
        var channel =
                new At.Channel(
                        id,
                        whose.path("login").asString(""),
                        whose.path("display_name").asString(""),
                        made == null ? Instant.EPOCH : made);
        return on(at.begin(channel, today.toString()).done());
    }

    /// The next page of a list; the next stage when there is none, or we may not see it.
    private At each(At at, Ask ask, Consumer<JsonNode> row) {
        var page = listed(ask.query("first", PAGE).query("after", at.page()));
        if (page == null) {
            return at.denied(at.stage()).done();
        }
        page.path("data").forEach(row);
        var next = TwitchApi.next(page, at.page());
        return next.isEmpty() ? at.done() : at.page(next);
    }

    /// Null when we may not see it: a scope is missing, or we do not moderate there.
    private @Nullable JsonNode listed(Ask ask) {
        var reply = line.ask(ask.allowing(401, 403));
        return reply.status() == 200 ? reply.json() : null;
    }

    /// The newest first; who follows no more is not told.
    private At followers(At at) {
        var id = at.channel().id();
        var page =
                listed(
                        api.get("/channels/followers")
                                .query("broadcaster_id", id)
                                .query("first", PAGE)
                                .query("after", at.page()));
        if (page == null) {
            return at.denied(Stage.FOLLOWERS).done();
        }
        figure("followers", page.path("total"));
        var newest = at.newest();
        var known = false;
        for (var row : page.path("data")) {
            answers.follower(id, row);
            var when = JsonTimes.at(row, "followed_at");
            newest = later(newest, when);
            known |= when != null && at.followed() != null && when.isBefore(at.followed());
            known |= when != null && when.isBefore(line.connection().since());
        }
        var next = TwitchApi.next(page, at.page());
        var went = at.newest(newest);
        return next.isEmpty() || (known && !at.sweeping())
                ? went.followed(later(at.followed(), newest)).done()
                : went.page(next);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private At subscribers(At at) {
        var ask = api.get("/subscriptions").query("broadcaster_id", at.channel().id());
        var page = listed(ask.query("first", PAGE).query("after", at.page()));
        if (page == null) {
            return at.denied(Stage.SUBSCRIBERS).done();
        }
        figure("subscribers", page.path("total"));
        figure("subscriber points", page.path("points"));
        page.path("data").forEach(answers::subscriber);
        var next = TwitchApi.next(page, at.page());
        return next.isEmpty() ? at.done() : at.page(next);
    }

    private At stream(At at) {
        var rows =
                line.ask(api.get("/streams").query("user_id", at.channel().id()))
                        .json()
                        .path("data");
        var row = rows.path(0);
        var since = JsonTimes.at(row, "started_at");
        if (since == null) {
            return at.stream(null).done();
        }
        answers.stream(at.channel().id(), at.channel().login(), row);
        figure("viewers", row.path("viewer_count"));
        return at.stream(new At.Stream(row.path("id").asString(""), since)).done();
    }

    private At viewers(At at) {
        var stream = at.stream();
        return stream == null
                ? at.done()
                : each(
                        at,
                        api.get("/chat/chatters")
                                .query("broadcaster_id", at.channel().id())
                                .query("moderator_id", at.me()),
                        row -> answers.viewer(at.channel().id(), stream, row));
    }

    private At bans(At at) {
        var id = at.channel().id();
        var page =
                listed(
                        api.get("/moderation/banned")
                                .query("broadcaster_id", id)
                                .query("first", PAGE)
                                .query("after", at.page()));
        if (page == null) {
            return at.denied(Stage.BANS).done();
        }
        var newest = at.newest();
        var known = false;
        for (var row : page.path("data")) {
            var when = JsonTimes.at(row, "created_at");
            answers.ban(id, row, when, TwitchAnswers.text(row, "expires_at"));
            newest = later(newest, when);
            known |= when != null && at.banned() != null && when.isBefore(at.banned());
        }
        var next = TwitchApi.next(page, at.page());
        var went = at.newest(newest);
        return next.isEmpty() || (known && !at.sweeping())
                ? went.banned(later(at.banned(), newest)).done()
                : went.page(next);
    }

    private void figure(String name, JsonNode value) {
        if (value.isNumber()) {
            figures.add(new Statistic(today, name, Map.of(), new BigDecimal(value.asLong(0))));
        }
    }

    /// Skips what we may not see, and what is read but once a day.
    private static At skipped(At at) {
        var on = at;
        while (on.stage() != Stage.OVER
                && ((on.stage().personal()
                                && (on.me().isEmpty() || on.denied().contains(on.stage())))
                        || (!on.sweeping()
                                && (on.stage() == Stage.SUBSCRIBERS
                                        || on.stage() == Stage.MODERATORS))
                        || (on.stage() == Stage.VIEWERS && on.stream() == null))) {
            on = on.done();
        }
        return on;
    }

    private Pull on(At next) {
        var on = skipped(next);
        var ended = on.stage() == Stage.OVER;
        return new Pull.Caught(
                basket.all(),
                figures,
                Cursors.write(ended ? on.with(Stage.USER, "") : on),
                !ended,
                "%s of %s".formatted(on.stage().words(), on.channel().name()));
    }
}
