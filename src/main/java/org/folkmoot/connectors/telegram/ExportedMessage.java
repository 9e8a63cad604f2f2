package org.folkmoot.connectors.telegram;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;
import static org.folkmoot.connectors.telegram.ExportedChat.SOURCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Mark;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One message, or what Telegram noted.
record ExportedMessage(
        ExportedChat chat, JsonNode row, Instant at, ExportedTime times, Finds finds) {

    /// What may be in a message, and what it is called live.
    private static final List<Map.Entry<String, String>> THINGS =
            List.of(
                    Map.entry("photo", "photo"),
                    Map.entry("poll", "poll"),
                    Map.entry("file", "document"),
                    Map.entry("todo_list", "checklist"),
                    Map.entry("contact_information", "contact"),
                    Map.entry("game_title", "game"),
                    Map.entry("place_name", "venue"),
                    Map.entry("location_information", "location"),
                    Map.entry("paid_stars_amount", "paid_media"),
                    Map.entry("invoice_information", "invoice"),
                    Map.entry("giveaway_information", "giveaway"),
                    Map.entry("giveaway_results", "giveaway"));

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
        var deed =
                Deed.of(SOURCE, chat.id(number), kind, who, at)
                        .in(place)
                        .under(parent)
                        .saying(orNull(words.html()))
                        .at(chat.url(number))
                        .edited(times.of(row, "edited"))
                        .mentioning(words.mentions(who))
                        .files(files())
                        .fact("type", type())
                        .fact("mentioned", words.names())
                        .fact("forwarded from", forwarded)
                        .fact("as", who == null ? text(row, "from") : "")
                        .fact("signature", text(row, "author"))
                        .fact("via", text(row, "via_bot").replaceFirst("^@", ""))
                        .fact("reactions", counted());
        finds.add(ExportedRest.of(row, deed));
        row.path("reactions").forEach(reaction -> reaction(reaction, chat.id(number), place));
    }

    /// Only of the latest is it told whose they are.
    private void reaction(JsonNode reaction, String message, String place) {
        var emoji = text(reaction, "emoji");
        for (var one : reaction.path("recent")) {
            var who = chat.person(one, "from_id", "from");
            if (who != null) {
                var id = "%s/reaction/%s/%s".formatted(message, key(reaction), who);
                var told = times.reacted(one, row, at);
                finds.add(
                        Deed.of(SOURCE, id, Kind.REACTION, who, told == null ? at : told)
                                .inferred(told == null)
                                .in(place)
                                .under(message)
                                .saying(emoji.isEmpty() ? shown(reaction) : emoji));
            }
        }
    }

    /// What it is known by: the emoji, the number of one that somebody drew, or `paid`.
    private static String key(JsonNode reaction) {
        var emoji = text(reaction, "emoji");
        var drawn = text(reaction, "document_id").replaceFirst("^.*/", "");
        if (!emoji.isEmpty()) {
            return emoji;
        }
        return drawn.isEmpty() ? text(reaction, "type") : "custom-" + drawn;
    }

    private static String shown(JsonNode reaction) {
        return text(reaction, "type").equals("paid") ? "star" : "custom emoji";
    }

    /// How many of each, one a line: `👍 9`.
    private String counted() {
        var all = new ArrayList<String>();
        for (var one : row.path("reactions")) {
            var emoji = text(one, "emoji");
            all.add((emoji.isEmpty() ? shown(one) : emoji) + " " + text(one, "count"));
        }
        return String.join("\n", all);
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
        return THINGS.stream()
                .filter(thing -> row.has(thing.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /// Not where a sentence says that the file was left out, in place of its path.
    private List<String> files() {
        var all = new ArrayList<String>();
        all.add(row.has("file_name") ? text(row, "file_name") : name("file"));
        all.add(name("photo"));
        all.add(name("contact_vcard"));
        all.removeIf(String::isBlank);
        return all;
    }

    private String name(String field) {
        var path = text(row, field);
        return path.matches("[^( ]+/.*") ? path.replaceFirst("^.*/", "") : "";
    }

    /// Of others than whoever did it only names are told, which are nobody's.
    void note() {
        var who = chat.person(row, "actor_id", "actor");
        var members = row.path("members");
        var alone =
                members.size() == 1
                        && !text(row, "actor").isEmpty()
                        && members.path(0).asString("").equals(text(row, "actor"));
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
                var pinned = text(row, "message_id");
                if (pinned.isEmpty()) {
                    noted(who, place); // what was pinned is gone
                } else {
                    finds.add(new Mark(SOURCE, chat.id(pinned), Mark.What.PINNED, who, at));
                }
            }
            default -> noted(who, place);
        }
    }

    private void moved(Kind kind, @Nullable String who) {
        if (who != null) {
            var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            var id = "%s/%s/%s/%s".formatted(chat.id(), kind.key(), who, day);
            finds.add(
                    Deed.of(SOURCE, id, kind, who, at)
                            .in(chat.id())
                            .fact("inviter", text(row, "inviter")));
        }
    }

    private void noted(@Nullable String who, String place) {
        var number = text(row, "id");
        var deed =
                Deed.of(SOURCE, chat.id(number), Kind.SYSTEM_NOTE, who, at)
                        .in(place)
                        .at(chat.url(number))
                        .fact("type", text(row, "action"))
                        .fact("as", who == null ? text(row, "actor") : "");
        finds.add(ExportedRest.of(row, deed));
    }
}
