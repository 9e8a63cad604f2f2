package org.folkmoot.connectors.discord;

import static org.folkmoot.connectors.discord.DiscordExport.SOURCE;
import static org.folkmoot.connectors.intake.JsonRows.text;
import static org.folkmoot.connectors.intake.JsonRows.told;

import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Refused;
import tools.jackson.databind.JsonNode;

/// A server's scheduled events, and who is interested in them.
record DiscordEvents(String guild, DiscordAnswers answers, Finds finds) {

    private static final Map<Integer, String> STATUS =
            Map.of(1, "scheduled", 2, "active", 3, "completed", 4, "cancelled");

    void event(JsonNode event) {
        var id = text(event, "id");
        var starts = DiscordTime.of(text(event, "scheduled_start_time"));
        if (id.isBlank() || starts == null) {
            var reason = "This event has no id, or no start that can be read.";
            finds.add(new Refused("scheduled-events", 1, reason, event.toString()));
            return;
        }
        answers.user(event.path("creator"));
        var who = text(event, "creator_id");
        var place = text(event, "channel_id");
        var ends = DiscordTime.of(text(event, "scheduled_end_time"));
        var status = STATUS.getOrDefault(event.path("status").asInt(0), "");
        finds.add(
                Deed.of(SOURCE, key(id), Kind.EVENT_ORGANISED, who.isEmpty() ? null : who, starts)
                        .in(place.isEmpty() ? null : place)
                        .titled(text(event, "name"))
                        .sayingAll(told(event, "description"))
                        .at("https://discord.com/events/%s/%s".formatted(guild, id))
                        .fact("location", text(event.path("entity_metadata"), "location"))
                        .fact("ends", ends == null ? "" : ends.toString())
                        .fact("status", status)
                        .fact("interested", text(event, "user_count")));
        if (status.equals("cancelled")) {
            finds.add(new Mark(SOURCE, key(id), Mark.What.DELETED, null, null));
        }
    }

    /// When they said so is not told: the event's making is the nearest known.
    void interested(String event, JsonNode user) {
        var who = answers.user(user);
        if (who != null) {
            finds.add(
                    Deed.of(
                                    SOURCE,
                                    key(event) + "/interested/" + who,
                                    Kind.REGISTRATION,
                                    who,
                                    DiscordTime.ofSnowflake(event))
                            .inferred(true)
                            .under(key(event)));
        }
    }

    static String key(String event) {
        return "event/" + event;
    }
}
