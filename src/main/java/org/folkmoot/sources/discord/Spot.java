package org.folkmoot.sources.discord;

import java.util.regex.Pattern;
import org.folkmoot.sources.Act;

/// Where a message is. Its id alone does not tell the channel: its address does, or whoever names
/// both, or else Discord's search is asked.
record Spot(String channel, String message) {

    private static final Pattern BOTH = Pattern.compile("(\\d+)/(\\d+)");
    private static final Pattern MESSAGE = Pattern.compile("(\\d+)(?:/reaction/.*)?");
    private static final Pattern URL = Pattern.compile(".*/channels/[^/]+/(\\d+)/(\\d+)");

    static Spot of(DiscordApi api, Act act) {
        var both = BOTH.matcher(act.target());
        if (both.matches()) {
            return new Spot(both.group(1), both.group(2));
        }
        var message = MESSAGE.matcher(act.target());
        if (!message.matches()) {
            throw new IllegalArgumentException("This is no message of Discord.");
        }
        var id = message.group(1);
        var url = URL.matcher(act.more("url"));
        return new Spot(url.matches() ? url.group(1) : search(api, id), id);
    }

    /// The one message that has exactly this id.
    private static String search(DiscordApi api, String id) {
        var number = Long.parseLong(id);
        var found =
                api.line()
                        .ask(
                                api.get("/guilds/%s/messages/search".formatted(api.ourGuild()))
                                        .query("min_id", Long.toString(number - 1))
                                        .query("max_id", Long.toString(number + 1))
                                        .allowing(400, 403, 404));
        var channel =
                found.status() == 200
                        ? found.json()
                                .path("messages")
                                .path(0)
                                .path(0)
                                .path("channel_id")
                                .asString("")
                        : "";
        if (channel.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nobody knows in which channel this message is. Name both: CHANNEL/MESSAGE.");
        }
        return channel;
    }

    String path() {
        return "/channels/%s/messages/%s".formatted(channel, message);
    }
}
