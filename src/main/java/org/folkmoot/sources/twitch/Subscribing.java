package org.folkmoot.sources.twitch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Grant;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Asks Twitch to call. That is asked in the name of the app, whoever signed in; Twitch then looks
/// whether the app may hear of each thing.
final class Subscribing {

    /// They hold until somebody ends them; looked after once a day, as Twitch ends those that could
    /// not be delivered for a while.
    private static final Duration HOLDS = Duration.ofDays(1);

    private static final Set<String> ALIVE =
            Set.of("enabled", "webhook_callback_verification_pending");

    /// @param as what the condition calls us, empty when it does not name us
    private record Wish(String type, String version, String as) {}

    private static final List<Wish> WISHES =
            List.of(
                    new Wish("channel.follow", "2", "moderator_user_id"),
                    new Wish("channel.subscribe", "1", ""),
                    new Wish("channel.subscription.message", "1", ""),
                    new Wish("channel.subscription.gift", "1", ""),
                    new Wish("channel.subscription.end", "1", ""),
                    new Wish("channel.cheer", "1", ""),
                    new Wish("channel.ban", "1", ""),
                    new Wish("channel.unban", "1", ""),
                    new Wish("channel.chat.message", "1", "user_id"),
                    new Wish("channel.chat.message_delete", "1", "user_id"));

    private final Line line;
    private final String address;
    private final TwitchApi api;
    private final String token;

    Subscribing(Line line, String address) {
        this.line = line;
        this.address = address;
        this.api = new TwitchApi(line);
        this.token = token();
    }

    /// The app's own token: one of a person is not enough here.
    private String token() {
        var connection = line.connection();
        if (connection.secret("client-secret").isEmpty()) {
            return connection.token("token");
        }
        return line.ask(
                        new TwitchGrant()
                                .ask(connection, Grant.FOR_THE_APP)
                                .with("Authorization", "")
                                .lane("token"))
                .json()
                .path("access_token")
                .asString("");
    }

    private Ask app(Ask ask) {
        return ask.with("Authorization", "Bearer " + token);
    }

    Optional<Instant> all() {
        var login = TwitchApi.login(line.connection());
        var me = api.user("").path("id").asString("");
        var channel =
                login.isEmpty()
                        ? me
                        : line.ask(app(api.get("/users").query("login", login)))
                                .json()
                                .path("data")
                                .path(0)
                                .path("id")
                                .asString("");
        var there = there(channel);
        var taken = 0;
        for (var wish : WISHES) {
            if (there.contains(wish.type()) || ask(wish, channel, me)) {
                taken++;
            }
        }
        return taken == 0 ? Optional.empty() : Optional.of(line.now().plus(HOLDS));
    }

    /// Ends them all.
    void none() {
        ours().forEach(row -> end(row.path("id").asString("")));
    }

    /// What Twitch calls already, of this channel; what it gave up is ended, to be asked for anew.
    private Set<String> there(String channel) {
        var there = new HashSet<String>();
        for (var row : ours()) {
            if (concerns(row, channel)) {
                if (ALIVE.contains(row.path("status").asString(""))) {
                    there.add(row.path("type").asString(""));
                } else {
                    end(row.path("id").asString(""));
                }
            }
        }
        return there;
    }

    /// Those that lead to our address.
    private List<JsonNode> ours() {
        var ours = new ArrayList<JsonNode>();
        for (var next = ""; ; ) {
            var page =
                    line.ask(app(api.get("/eventsub/subscriptions").query("after", next))).json();
            for (var row : page.path("data")) {
                if (row.path("transport").path("callback").asString("").equals(address)) {
                    ours.add(row);
                }
            }
            next = TwitchApi.next(page, next);
            if (next.isEmpty()) {
                return ours;
            }
        }
    }

    private static boolean concerns(JsonNode row, String channel) {
        return row.path("condition").path("broadcaster_user_id").asString("").equals(channel);
    }

    private void end(String id) {
        line.ask(app(api.send("DELETE", "/eventsub/subscriptions").query("id", id)).allowing(404));
    }

    /// @return whether it calls from now on; not where a scope is missing
    private boolean ask(Wish wish, String channel, String me) {
        if (!wish.as().isEmpty() && me.isEmpty()) {
            return false;
        }
        var condition =
                wish.as().isEmpty()
                        ? Map.of("broadcaster_user_id", channel)
                        : Map.of("broadcaster_user_id", channel, wish.as(), me);
        var body =
                Map.of(
                        "type",
                        wish.type(),
                        "version",
                        wish.version(),
                        "condition",
                        condition,
                        "transport",
                        Map.of(
                                "method",
                                "webhook",
                                "callback",
                                address,
                                "secret",
                                line.connection().token(TwitchCalls.SECRET)));
        var status =
                line.ask(
                                app(api.send("POST", "/eventsub/subscriptions"))
                                        .json(body)
                                        .allowing(400, 401, 403, 409))
                        .status();
        return status < 300 || status == 409;
    }
}
