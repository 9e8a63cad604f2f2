package org.folkmoot.connectors.telegram;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;
import static org.folkmoot.connectors.telegram.ExportedChat.SOURCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Mark;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One message, or what Telegram noted.
record ExportedMessage(ExportedChat chat, JsonNode row, Instant at, Finds finds) {

    void said() {
        var number = text(row, "id");
        var who = chat.person(row, "from_id", "from");
        var place = chat.place(row);
        var words = new ExportedText(row);
        var answered = text(row, "reply_to_message_id");
        var parent =
                answered.isEmpty() || row.has("reply_to_peer_id") || chat.opens(answered)
                        ? null
                        : chat.id(answered);
        var forwarded = text(row, "forwarded_from");
        var kind =
                parent != null ? Kind.REPLY : row.has("forwarded_from") ? Kind.SHARE : Kind.MESSAGE;
        finds.add(
                Deed.of(SOURCE, chat.id(number), kind, who, at)
                        .in(place)
                        .under(parent)
                        .saying(orNull(words.html()))
                        .at(chat.url(number))
                        .edited(ExportedChat.time(row, "edited_unixtime"))
                        .mentioning(words.mentions(who))
                        .files(files())
                        .fact("type", type())
                        .fact("mentioned", words.names())
                        .fact("forwarded from", forwarded)
                        .fact("as", who == null ? text(row, "from") : "")
                        .fact("signature", text(row, "author"))
                        .fact("via", text(row, "via_bot").replaceFirst("^@", "")));
        row.path("reactions").forEach(reaction -> reaction(reaction, chat.id(number), place));
    }

    /// Only of the latest is it told whose they are, and by the clock of whoever exported: so they
    /// have the time of their message.
    private void reaction(JsonNode reaction, String message, String place) {
        var emoji = text(reaction, "emoji");
        for (var one : reaction.path("recent")) {
            var who = chat.person(one, "from_id", "from");
            if (who != null && !emoji.isEmpty()) {
                var id = "%s/reaction/%s/%s".formatted(message, emoji, who);
                finds.add(
                        Deed.of(SOURCE, id, Kind.REACTION, who, at)
                                .inferred(true)
                                .in(place)
                                .under(message)
                                .saying(emoji));
            }
        }
    }

    private String type() {
        var media =
                switch (text(row, "media_type")) {
                    case "voice_message" -> "voice";
                    case "video_message" -> "video_note";
                    case "video_file" -> "video";
                    case "audio_file" -> "audio";
                    default -> text(row, "media_type");
                };
        if (!media.isEmpty()) {
            return media;
        }
        return row.has("photo")
                ? "photo"
                : row.has("poll")
                        ? "poll"
                        : row.has("file")
                                ? "document"
                                : row.has("location_information") ? "location" : "";
    }

    /// Not where a sentence says that the file was left out, in place of its path.
    private List<String> files() {
        var all = new ArrayList<String>();
        var path = text(row, "file");
        all.add(
                row.has("file_name")
                        ? text(row, "file_name")
                        : path.matches("[^( ]+/.*") ? path.replaceFirst("^.*/", "") : "");
        all.removeIf(String::isBlank);
        return all;
    }

    /// Of others than whoever did it only names are told, which are nobody's.
    void note() {
        var who = chat.person(row, "actor_id", "actor");
        var members = row.path("members");
        var alone = members.size() == 1 && members.path(0).asString("").equals(text(row, "actor"));
        var place = chat.place(row);
        switch (text(row, "action")) {
            case "join_group_by_link", "join_group_by_request" -> moved(Kind.JOIN, who);
            case "invite_members" -> {
                if (alone) {
                    moved(Kind.JOIN, who);
                } else {
                    noted(who, place);
                }
            }
            case "remove_members" -> {
                if (alone) {
                    moved(Kind.LEAVE, who);
                } else {
                    noted(who, place);
                }
            }
            case "pin_message" -> {
                var pinned = chat.id(text(row, "message_id"));
                finds.add(new Mark(SOURCE, pinned, Mark.What.PINNED, who, at));
            }
            default -> noted(who, place);
        }
    }

    private void moved(Kind kind, @Nullable String who) {
        if (who != null) {
            var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            var id = "%s/%s/%s/%s".formatted(chat.id(), kind.key(), who, day);
            finds.add(Deed.of(SOURCE, id, kind, who, at).in(chat.id()));
        }
    }

    private void noted(@Nullable String who, String place) {
        var number = text(row, "id");
        finds.add(
                Deed.of(SOURCE, chat.id(number), Kind.SYSTEM_NOTE, who, at)
                        .in(place)
                        .at(chat.url(number))
                        .fact("type", text(row, "action"))
                        .fact("title", text(row, "title")));
    }
}
