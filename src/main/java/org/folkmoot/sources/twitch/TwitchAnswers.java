package org.folkmoot.sources.twitch;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.told;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.JsonTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Twitch answers. Ids of people are those of all of Twitch; what has no id of its own
/// has one made of channel, person and time.
final class TwitchAnswers {

    static final String SOURCE = "twitch";

    private static final String HOME = "https://www.twitch.tv/";

    private final Finds finds;
    private final Set<String> met = new HashSet<>();

    TwitchAnswers(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "Twitch", Markup.PLAIN));
    }

    /// A channel is a place and whoever owns it.
    void channel(JsonNode user) {
        var id = text(user, "id");
        var login = text(user, "login");
        finds.add(
                Found.Place.of(SOURCE, id, name(text(user, "display_name"), login), Style.CHAT)
                        .about(orNull(text(user, "description")), HOME + login));
        met.add(id);
        finds.add(
                person(id, login, text(user, "display_name"))
                        .with(Found.Field.BIO, text(user, "description"))
                        .with(Found.Field.AVATAR, text(user, "profile_image_url")));
    }

    private static String name(String shown, String login) {
        return shown.isEmpty() ? login : shown;
    }

    private static Person person(String id, String login, String name) {
        return Person.of(SOURCE, id)
                .with(Found.Field.NAME, name(name, login))
                .with(Found.Field.HANDLE, login)
                .with(Found.Field.URL, login.isEmpty() ? "" : HOME + login);
    }

    /// Somebody whom a row names, the first time only.
    String met(JsonNode row, String prefix) {
        var id = text(row, prefix + "id");
        if (!id.isEmpty() && met.add(id)) {
            finds.add(person(id, text(row, prefix + "login"), text(row, prefix + "name")));
        }
        return id;
    }

    /// @param channel the id of the channel
    void follower(String channel, JsonNode row) {
        var at = JsonTimes.at(row, "followed_at");
        var who = met(row, "user_");
        if (at == null || who.isEmpty()) {
            refuse(row, "followers", "This follower has no id or no time.");
            return;
        }
        finds.add(
                Deed.of(SOURCE, "follow/%s/%s".formatted(channel, who), Kind.FOLLOW, who, at)
                        .in(channel));
    }

    /// Twitch does not tell since when: it is said of the person, and of no day.
    void subscriber(JsonNode row) {
        var id = text(row, "user_id");
        if (!id.isEmpty() && met.add(id)) {
            finds.add(
                    person(id, text(row, "user_login"), text(row, "user_name"))
                            .with("subscription", tier(row)));
        }
    }

    /// "tier 1"
    static String tier(JsonNode row) {
        var tier = text(row, "tier");
        return tier.isEmpty()
                ? "yes"
                : "tier " + (tier.endsWith("000") ? tier.substring(0, tier.length() - 3) : tier);
    }

    void moderator(JsonNode row) {
        var id = text(row, "user_id");
        if (!id.isEmpty() && met.add(id)) {
            finds.add(
                    person(id, text(row, "user_login"), text(row, "user_name"))
                            .with("channel_role", "moderator"));
        }
    }

    void stream(String channel, String login, JsonNode row) {
        var at = JsonTimes.at(row, "started_at");
        var id = text(row, "id");
        if (at == null || id.isEmpty()) {
            refuse(row, "streams", "This stream has no id or no time.");
            return;
        }
        finds.add(
                Deed.of(SOURCE, "stream/" + id, Kind.ARTICLE, channel, at)
                        .in(channel)
                        .titled(orNull(text(row, "title")))
                        .at(HOME + login)
                        .fact("game", text(row, "game_name")));
    }

    /// They were there when it was seen; the stream's beginning stands for when they came.
    void viewer(String channel, At.Stream stream, JsonNode row) {
        var who = met(row, "user_");
        if (!who.isEmpty()) {
            finds.add(
                    Deed.of(
                                    SOURCE,
                                    "stream/%s/viewer/%s".formatted(stream.id(), who),
                                    Kind.ATTENDANCE,
                                    who,
                                    stream.since())
                            .inferred(true)
                            .in(channel)
                            .under("stream/" + stream.id()));
        }
    }

    /// What was streamed is the same before and after it was kept as a video.
    static String videoId(JsonNode row) {
        var stream = text(row, "stream_id");
        return stream.isEmpty() ? "video/" + text(row, "id") : "stream/" + stream;
    }

    void video(JsonNode row) {
        var at = JsonTimes.at(row, "created_at");
        var channel = text(row, "user_id");
        if (at == null || text(row, "id").isEmpty() || channel.isEmpty()) {
            refuse(row, "videos", "This video has no id or no time.");
            return;
        }
        met(row, "user_");
        finds.add(
                Deed.of(SOURCE, videoId(row), Kind.ARTICLE, channel, at)
                        .in(channel)
                        .titled(orNull(text(row, "title")))
                        .sayingAll(told(row, "description"))
                        .at(orNull(text(row, "url")))
                        .fact("duration", text(row, "duration")));
    }

    void clip(JsonNode row) {
        var at = JsonTimes.at(row, "created_at");
        var channel = text(row, "broadcaster_id");
        var who = text(row, "creator_id");
        if (at == null || text(row, "id").isEmpty()) {
            refuse(row, "clips", "This clip has no id or no time.");
            return;
        }
        if (!who.isEmpty() && met.add(who)) {
            finds.add(person(who, "", text(row, "creator_name")));
        }
        finds.add(
                Deed.of(SOURCE, "clip/" + text(row, "id"), Kind.SHARE, orNull(who), at)
                        .in(orNull(channel))
                        .titled(orNull(text(row, "title")))
                        .at(orNull(text(row, "url"))));
    }

    /// @param at when; the list and the call name it differently
    /// @param until of a time-out
    void ban(String channel, JsonNode row, @Nullable Instant at, String until) {
        var who = met(row, "user_");
        if (at == null || who.isEmpty()) {
            refuse(row, "bans", "This ban has no person or no time.");
            return;
        }
        var id = "ban/%s/%s/%d".formatted(channel, who, at.getEpochSecond());
        finds.add(
                Deed.of(SOURCE, id, Kind.BAN, who, at.truncatedTo(ChronoUnit.SECONDS))
                        .in(channel)
                        .saying(orNull(text(row, "reason")))
                        .fact("until", until));
    }

    void add(Found found) {
        finds.add(found);
    }

    void gone(String id) {
        finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, null));
    }

    void refuse(JsonNode row, String where, String why) {
        finds.add(new Found.Refused(where, 1, why, row.toString()));
    }

    static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }
}
