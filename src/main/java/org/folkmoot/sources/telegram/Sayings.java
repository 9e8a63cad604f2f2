package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// What is said in the name of the bot, in a lane of each chat's own, as Telegram counts what is
/// sent to a group.
record Sayings(TelegramApi api) {

    private static final int LONGEST = 4096;

    Done send(Act act, Target target) {
        var body = fields(act, target.chat());
        if (!target.topic().isEmpty()) {
            body.put("message_thread_id", Long.parseLong(target.topic()));
        }
        if (!target.message().isEmpty()) {
            body.put("reply_parameters", Map.of("message_id", Long.parseLong(target.message())));
        }
        var reply = ask("sendMessage", body);
        var moved = TelegramApi.moved(reply);
        if (reply.status() == 400 && !moved.isEmpty()) { // it was not sent, and is known where to
            body.put("chat_id", moved);
            body.remove("reply_parameters");
            reply = ask("sendMessage", body);
        }
        return done(taken(reply));
    }

    /// The second time Telegram says that nothing would change.
    Done edit(Act act, Target target) {
        var body = fields(act, target.chat());
        body.put("message_id", Long.parseLong(target.message()));
        var reply = ask("editMessageText", body);
        return TelegramManners.said(reply).contains("message is not modified")
                ? new Done(act.target(), "")
                : done(taken(reply));
    }

    private static Map<String, Object> fields(Act act, String chat) {
        var title = act.title().strip();
        var all = title.isEmpty() ? act.text() : title + "\n\n" + act.text();
        if (all.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A message on Telegram has %,d characters at most.".formatted(LONGEST));
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("chat_id", chat);
        body.put("text", all);
        if (!title.isEmpty()) {
            var bold = Map.of("type", "bold", "offset", 0, "length", title.length());
            body.put("entities", List.of(bold));
        }
        return body;
    }

    private Reply ask(String method, Map<String, Object> body) {
        var ask = api.send(method, body).lane("chat " + body.get("chat_id"));
        return api.line().ask(ask.allowing(400, 403, 404));
    }

    private static JsonNode taken(Reply reply) {
        if (reply.status() >= 400) {
            throw new IllegalArgumentException(
                    "Telegram did not take it: " + TelegramManners.said(reply));
        }
        return TelegramApi.result(reply);
    }

    private static Done done(JsonNode message) {
        var chat = message.path("chat");
        var url = Chats.url(chat, text(message, "message_id"));
        return new Done(Chats.message(chat, message), url == null ? "" : url);
    }
}
