package org.folkmoot.sources.youtube;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.told;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what YouTube answers. Ids are its own, of channels, videos, comments and chat messages: no
/// two are alike, whatever channel they are of.
final class YouTubeAnswers {

    static final String SOURCE = "youtube";

    static final String WATCH = "https://www.youtube.com/watch?v=";

    private final String channel;
    private final Finds finds;
    private final Set<String> met = new HashSet<>();

    /// @param channel the id of the channel that is read, which is the place of all of it
    YouTubeAnswers(String channel, Finds finds) {
        this.channel = channel;
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "YouTube", Markup.PLAIN));
    }

    /// A channel is a place and whoever owns it.
    void channel(JsonNode row) {
        var snippet = row.path("snippet");
        var id = row.path("id").asString("");
        var url = "https://www.youtube.com/channel/" + id;
        var handle = snippet.path("customUrl").asString("");
        finds.add(
                Found.Place.of(SOURCE, id, snippet.path("title").asString(id), Style.PUBLICATION)
                        .about(orNull(snippet.path("description").asString("")), url));
        met.add(id);
        finds.add(
                Person.of(SOURCE, id)
                        .with(Found.Field.NAME, snippet.path("title").asString(""))
                        .with(Found.Field.HANDLE, handle.replaceFirst("^@", ""))
                        .with(Found.Field.BIO, snippet.path("description").asString(""))
                        .with(
                                Found.Field.AVATAR,
                                snippet.path("thumbnails").path("default").path("url").asString(""))
                        .with(Found.Field.URL, url));
    }

    void video(JsonNode row) {
        var snippet = row.path("snippet");
        var id = row.path("id").asString("");
        var at = time(snippet.path("publishedAt"));
        if (id.isEmpty() || at == null) {
            refuse(row, "videos", "This video has no id or no time.");
            return;
        }
        var owner = snippet.path("channelId").asString("");
        met(owner, snippet.path("channelTitle").asString(""), "", "");
        var live = row.path("liveStreamingDetails");
        finds.add(
                Deed.of(SOURCE, id, Kind.ARTICLE, orNull(owner), at)
                        .in(owner.isEmpty() ? channel : owner)
                        .titled(orNull(snippet.path("title").asString("")))
                        .sayingAll(told(snippet, "description"))
                        .at(WATCH + id)
                        .fact("duration", row.path("contentDetails").path("duration").asString(""))
                        .fact("live from", live.path("actualStartTime").asString(""))
                        .fact("live to", live.path("actualEndTime").asString(""))
                        .fact("planned for", live.path("scheduledStartTime").asString("")));
    }

    /// @param video what it is about, empty when it is about the channel
    /// @param thread what it answers, empty for a comment that begins one
    void comment(JsonNode row, String video, String thread) {
        var snippet = row.path("snippet");
        var id = row.path("id").asString("");
        var at = time(snippet.path("publishedAt"));
        if (id.isEmpty() || at == null) {
            refuse(row, "comments", "This comment has no id or no time.");
            return;
        }
        var who = author(snippet);
        met(
                who,
                snippet.path("authorDisplayName").asString(""),
                snippet.path("authorChannelUrl").asString(""),
                snippet.path("authorProfileImageUrl").asString(""));
        var parent = snippet.path("parentId").asString(thread);
        var edited = time(snippet.path("updatedAt"));
        var kind = !parent.isEmpty() ? Kind.REPLY : video.isEmpty() ? Kind.MESSAGE : Kind.COMMENT;
        var text = snippet.path("textOriginal").asString("");
        finds.add(
                Deed.of(SOURCE, id, kind, orNull(who), at)
                        .in(channel)
                        .under(orNull(parent.isEmpty() ? video : parent))
                        .saying(text.isEmpty() ? snippet.path("textDisplay").asString("") : text)
                        .at(video.isEmpty() ? null : WATCH + video + "&lc=" + id)
                        .edited(edited == null || edited.equals(at) ? null : edited));
    }

    /// Older answers had the id itself there. Empty for an account that is gone.
    static String author(JsonNode snippet) {
        var told = snippet.path("authorChannelId");
        return told.isString() ? told.asString("") : told.path("value").asString("");
    }

    void gone(String id) {
        finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, null));
    }

    /// Somebody whom something else names; the first time only.
    void met(String id, String name, String url, String avatar) {
        if (id.isEmpty() || !met.add(id)) {
            return;
        }
        finds.add(
                Person.of(SOURCE, id)
                        .with(Found.Field.NAME, name)
                        .with(Found.Field.HANDLE, name.startsWith("@") ? name.substring(1) : "")
                        .with(Found.Field.AVATAR, avatar)
                        .with(
                                Found.Field.URL,
                                url.isEmpty() ? "https://www.youtube.com/channel/" + id : url));
    }

    void add(Deed deed) {
        finds.add(deed.in(channel));
    }

    void refuse(JsonNode row, String where, String why) {
        finds.add(new Found.Refused(where, 1, why, row.toString()));
    }

    static @Nullable Instant time(JsonNode told) {
        try {
            return told.isString() ? Instant.parse(told.asString("")) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
