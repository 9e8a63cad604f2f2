package org.folkmoot.connectors.discord;

import static org.folkmoot.connectors.discord.DiscordExport.SOURCE;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads channels saved as JSON. A thread is no place of its own: its messages are in the channel
/// or forum it hangs under, below its first message, whose id is the thread's.
final class DiscordJson {

    private final boolean privateToo;
    private final DiscordPeople people;
    private final Finds finds;

    DiscordJson(Map<String, String> options, DiscordPeople people, Finds finds) {
        this.privateToo = DiscordExport.privateToo(options);
        this.people = people;
        this.finds = finds;
    }

    void read(Tree tree, Tree.Entry file) throws IOException {
        var channel = new Channel(file.path());
        JsonRows.inside(
                tree,
                file,
                "messages",
                finds,
                (name, value) -> channel.told(name, value),
                (row, line) -> channel.message(line, row));
        channel.named("");
    }

    /// One file; what it says of the channel stands before its messages.
    private final class Channel {
        private final String file;
        private JsonNode guild = MissingNode.getInstance();
        private JsonNode channel = MissingNode.getInstance();
        private @Nullable Instant exportedAt;
        private boolean named;
        private @Nullable DiscordMessages messages;

        Channel(String file) {
            this.file = file;
        }

        void told(String name, JsonNode value) {
            switch (name) {
                case "guild" -> guild = value;
                case "channel" -> channel = value;
                case "exportedAt" -> exportedAt = DiscordTime.of(value.asString(""));
                default -> {}
            }
        }

        void message(long line, JsonNode row) {
            named(text(row, "id"));
            if (messages != null) {
                messages.add(file, line, row);
            }
        }

        /// Tells the place, once.
        void named(String firstMessage) {
            if (named) {
                return;
            }
            named = true;
            var type = text(channel, "type");
            var id = text(channel, "id");
            if (id.isEmpty() || (type.startsWith("Direct") && !privateToo)) {
                if (id.isEmpty()) {
                    messages = new DiscordMessages("", "", null, "", exportedAt, people, finds);
                }
                return;
            }
            var guildId = text(guild, "id").matches("0?") ? "@me" : text(guild, "id");
            var parent = text(channel, "categoryId");
            var isThread = type.endsWith("Thread") && !parent.isEmpty();
            var placeId = isThread ? parent : id;
            var name = text(channel, isThread ? "category" : "name");
            // only in a forum is a thread's first message inside the thread
            var style = isThread && firstMessage.equals(id) ? Style.FORUM : Style.CHAT;
            var topic = isThread ? "" : text(channel, "topic");
            finds.add(
                    Place.of(SOURCE, placeId, name.isBlank() ? placeId : name, style)
                            .about(
                                    topic.isBlank() ? null : topic,
                                    "https://discord.com/channels/%s/%s"
                                            .formatted(guildId, placeId)));
            messages =
                    new DiscordMessages(
                            placeId,
                            "https://discord.com/channels/%s/%s/".formatted(guildId, id),
                            isThread ? id : null,
                            isThread ? text(channel, "name") : "",
                            exportedAt,
                            people,
                            finds);
        }
    }
}
