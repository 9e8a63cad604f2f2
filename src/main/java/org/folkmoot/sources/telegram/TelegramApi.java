package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.Stop;
import tools.jackson.databind.JsonNode;

/// The Bot API's addresses. Its token stands in the path, as Telegram takes it nowhere else; so
/// nothing here is ever printed.
record TelegramApi(Line line) {

    Ask get(String method) {
        return ask("GET", method);
    }

    Ask send(String method, Map<String, ?> fields) {
        return ask("POST", method).json(fields);
    }

    /// A colon may stand in a path; all else that is no letter is written as percents, so that
    /// whatever was given as a token leads nowhere else.
    private Ask ask(String verb, String method) {
        var token = Ask.part(line.connection().token("token")).replace("%3A", ":");
        return Ask.of(
                verb, line.connection().address("base-url"), "/bot%s/%s".formatted(token, method));
    }

    /// The number of the bot, which its token begins with; empty when it does not.
    String bot() {
        var token = line.connection().token("token").strip();
        return token.matches("\\d+:.+") ? token.substring(0, token.indexOf(':')) : "";
    }

    JsonNode me() {
        return result(line.ask(get("getMe")));
    }

    /// What was asked for, without what is around it.
    static JsonNode result(Reply reply) {
        var body = reply.json();
        if (!body.path("ok").asBoolean(false)) {
            throw new Stop(
                    new Pull.Unreachable("Telegram answered with something that is no answer."));
        }
        return body.path("result");
    }

    /// Has something done, or says why Telegram will not.
    JsonNode done(Ask ask) {
        var reply = line.ask(ask.allowing(400, 403, 404));
        if (reply.status() >= 400) {
            throw new IllegalArgumentException(
                    "Telegram did not do it: " + TelegramManners.said(reply));
        }
        return result(reply);
    }

    /// Which chat took a chat's place, when a reply says that one did; else empty.
    static String moved(Reply reply) {
        return text(TelegramManners.body(reply).path("parameters"), "migrate_to_chat_id");
    }
}
