package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a message holds.
final class Content {

    /// What may be in a message that somebody wrote, in the order in which it gives its type.
    private static final List<String> KINDS =
            List.of(
                    "poll",
                    "animation",
                    "audio",
                    "document",
                    "photo",
                    "sticker",
                    "story",
                    "video_note",
                    "video",
                    "voice",
                    "checklist",
                    "contact",
                    "dice",
                    "game",
                    "venue",
                    "location",
                    "paid_media",
                    "invoice",
                    "giveaway");

    private static final List<String> FILES =
            List.of("animation", "audio", "document", "video", "video_note", "voice");

    private Content() {}

    /// Whether somebody said something; else Telegram notes what happened.
    static boolean says(JsonNode message) {
        return message.has("text") || !type(message).isEmpty();
    }

    /// What else than words it is; empty for words alone.
    static String type(JsonNode message) {
        return KINDS.stream().filter(message::has).findFirst().orElse("");
    }

    /// As HTML: its text, what stands below its picture, or what a poll asks.
    static String words(JsonNode message) {
        var text = text(message, "text");
        if (!text.isEmpty()) {
            return Marked.html(text, message.path("entities"));
        }
        var caption = text(message, "caption");
        if (!caption.isEmpty()) {
            return Marked.html(caption, message.path("caption_entities"));
        }
        return message.has("poll") ? poll(message.path("poll")) : brief(message);
    }

    private static String poll(JsonNode poll) {
        var out = new StringBuilder(Marked.escaped(text(poll, "question"))).append("<ul>");
        for (var option : poll.path("options")) {
            out.append("<li>").append(Marked.escaped(text(option, "text"))).append("</li>");
        }
        return out.append("</ul>").toString();
    }

    /// The emoji that a sticker or dice stands for, the name of a venue.
    private static String brief(JsonNode message) {
        var emoji = text(message.path("sticker"), "emoji") + text(message.path("dice"), "emoji");
        return emoji.isEmpty() ? Marked.escaped(text(message.path("venue"), "title")) : emoji;
    }

    /// Names of attached files, where they have any.
    static List<String> files(JsonNode message) {
        var all = new ArrayList<String>();
        for (var kind : FILES) {
            var name = text(message.path(kind), "file_name");
            if (!name.isBlank() && !all.contains(name)) {
                all.add(name);
            }
        }
        return all;
    }

    private static Iterable<JsonNode> entities(JsonNode message) {
        return message.path(message.has("text") ? "entities" : "caption_entities");
    }

    /// Those whom Telegram names by their number, as they have no user name.
    static Set<String> mentions(JsonNode message, @Nullable String who) {
        var all = new LinkedHashSet<String>();
        entities(message).forEach(entity -> all.add(text(entity.path("user"), "id")));
        all.remove("");
        if (who != null) {
            all.remove(who);
        }
        return all;
    }

    /// User names that are mentioned, one a line: whose they are, Telegram does not tell.
    static String names(JsonNode message) {
        var words = text(message, message.has("text") ? "text" : "caption");
        var all = new LinkedHashSet<String>();
        for (var entity : entities(message)) {
            var from = entity.path("offset").asInt(0);
            var to = from + entity.path("length").asInt(0);
            if (text(entity, "type").equals("mention")
                    && from >= 0
                    && from < to
                    && to <= words.length()) {
                all.add(words.substring(from, to));
            }
        }
        return String.join("\n", all);
    }

    /// Who wrote what is passed on, as far as that may be known; empty when nothing is.
    static String forwarded(JsonNode origin) {
        var user = origin.path("sender_user");
        var chat = origin.path(origin.has("chat") ? "chat" : "sender_chat");
        var name =
                switch (text(origin, "type")) {
                    case "user" ->
                            (text(user, "first_name") + " " + text(user, "last_name")).strip();
                    case "hidden_user" -> text(origin, "sender_user_name");
                    default -> text(chat, "title");
                };
        return name.isBlank() ? text(origin, "type") : name;
    }
}
