package org.folkmoot.sources.discord;

import java.util.HashMap;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.connectors.discord.DiscordRoom;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// What the gateway told, as [Layout] keeps it: the same in words as what a pull finds.
record Happenings(Line line, JsonNode body, Finds finds) {

    void tell() {
        var data = body.path("d");
        var names = new HashMap<String, String>();
        body.path("names")
                .properties()
                .forEach(n -> names.put(n.getKey(), n.getValue().asString("")));
        var answers = new DiscordAnswers(JsonRows.text(body, "guild"), names, finds);
        var id = JsonRows.text(data, "id");
        switch (JsonRows.text(body, "t")) {
            case "MESSAGE_CREATE", "MESSAGE_UPDATE" -> message(data, answers);
            case "MESSAGE_DELETE" -> answers.gone(id);
            case "MESSAGE_DELETE_BULK" ->
                    data.path("ids").forEach(each -> answers.gone(each.asString("")));
            case "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE" -> reaction(data, answers);
            case "GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE" -> answers.member(data, line.now());
            case "GUILD_MEMBER_REMOVE" -> answers.left(data.path("user"), line.now());
            case "GUILD_AUDIT_LOG_ENTRY_CREATE" -> answers.entry(data);
            case "GUILD_SCHEDULED_EVENT_CREATE", "GUILD_SCHEDULED_EVENT_UPDATE" ->
                    answers.event(data);
            case "GUILD_SCHEDULED_EVENT_DELETE" -> answers.gone("event/" + id);
            case "GUILD_SCHEDULED_EVENT_USER_ADD", "GUILD_SCHEDULED_EVENT_USER_REMOVE" ->
                    interest(data, answers);
            case "CHANNEL_CREATE", "CHANNEL_UPDATE" ->
                    answers.channel(data, Channels.Type.of(data) == Channels.Type.FORUM);
            case "THREAD_DELETE" -> answers.gone(id);
            default -> {
                return; // nothing that anybody did
            }
        }
    }

    private DiscordRoom room() {
        return JsonRows.JSON.treeToValue(body.path("room"), DiscordRoom.class);
    }

    private boolean named() {
        return line.connection().setting("reactions").equals("people");
    }

    /// Older changes tell only what is other than before.
    private void message(JsonNode data, DiscordAnswers answers) {
        if (data.path("author").has("id")) {
            answers.message(room(), data, !named(), "gateway");
        } else if (data.has("content")) {
            var edited = DiscordAnswers.time(JsonRows.text(data, "edited_timestamp"));
            answers.edited(data, edited == null ? line.now() : edited);
        }
    }

    /// As a pull has it: with the time of its message.
    private void reaction(JsonNode data, DiscordAnswers answers) {
        if (!named()) {
            return;
        }
        var message = JsonRows.text(data, "message_id");
        var emoji = JsonRows.text(data.path("emoji"), "name");
        var own = JsonRows.text(data.path("emoji"), "id");
        var who = JsonRows.text(data, "user_id");
        if (body.path("t").asString("").endsWith("REMOVE")) {
            answers.gone(DiscordAnswers.reaction(message, emoji, own) + "/" + who);
        } else {
            var user = data.path("member").path("user");
            var made = DiscordAnswers.made(message);
            answers.reacted(
                    room().place(),
                    message,
                    emoji,
                    own,
                    user.has("id") ? user : person(who),
                    made == null ? line.now() : made);
        }
    }

    private void interest(JsonNode data, DiscordAnswers answers) {
        var event = JsonRows.text(data, "guild_scheduled_event_id");
        var who = JsonRows.text(data, "user_id");
        if (body.path("t").asString("").endsWith("REMOVE")) {
            answers.gone("event/%s/interested/%s".formatted(event, who));
        } else {
            answers.interested(event, person(who));
        }
    }

    private static JsonNode person(String id) {
        return JsonRows.JSON.createObjectNode().put("id", id);
    }
}
