package org.folkmoot.sources.telegram;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A small Bot API, two updates a page. It forgets what is said to have come, as Telegram does,
/// unless it shall be asked for all of it again.
final class Messenger {

    static final long DAY = 1_740_000_000L;
    static final String GROUP = "-1001234567890";
    static final String SMALL = "-77";

    final List<ObjectNode> updates = new ArrayList<>();
    final List<JsonNode> sent = new ArrayList<>();
    String hook = "";
    private final boolean forgets;

    Messenger(boolean forgets) {
        this.forgets = forgets;
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    /// @param fields with single quotes; `message_id` and `date` follow from `n`
    ObjectNode update(int n, String kind, String fields) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("update_id", 900 + n);
        row.putObject("unheard_of").put("x", 1);
        var body = row.putObject(kind);
        if (kind.contains("message") || kind.contains("post")) {
            body.put("message_id", n);
        }
        body.put("date", DAY + n * 60L);
        body.set("chat", chat(GROUP));
        body.setAll(json(fields));
        updates.add(row);
        return row;
    }

    /// @param from `1 Ada`
    ObjectNode say(int n, String from, String text, String more) {
        return update(
                n,
                "message",
                "{'from': %s, 'text': '%s'%s}"
                        .formatted(user(from), text, more.isEmpty() ? "" : ", " + more));
    }

    static String user(String from) {
        var parts = from.split(" ", 2);
        return "{'id': %s, 'is_bot': %b, 'first_name': '%s', 'username': '%s_x', 'language_code': 'en'}"
                .formatted(parts[0], parts[1].endsWith("Bot"), parts[1], parts[1]);
    }

    static ObjectNode chat(String id) {
        return json(
                id.equals(GROUP)
                        ? "{'id': %s, 'type': 'supergroup', 'title': 'The moot', 'is_forum': true}"
                                .formatted(id)
                        : "{'id': %s, 'type': 'group', 'title': 'Small one'}".formatted(id));
    }

    static Answer no(int status, String why, String parameters) {
        return Answer.of(
                status,
                "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}"
                        .formatted(
                                status,
                                why,
                                parameters.isEmpty()
                                        ? ""
                                        : ",\"parameters\":" + parameters.replace('\'', '"')));
    }

    private static Answer ok(Object result) {
        return Answer.json(Map.of("ok", true, "result", result));
    }

    Answer answer(Asked asked) {
        var method = asked.path().substring(asked.path().lastIndexOf('/') + 1);
        return switch (method) {
            case "getMe" ->
                    ok(
                            Map.of(
                                    "id",
                                    5,
                                    "username",
                                    "moot_bot",
                                    "can_read_all_group_messages",
                                    true));
            case "getWebhookInfo" -> ok(Map.of("url", hook, "pending_update_count", 0));
            case "setWebhook" -> {
                hook = asked.json().path("url").asString("");
                yield ok(true);
            }
            case "deleteWebhook" -> {
                hook = "";
                yield ok(true);
            }
            case "getUpdates" -> updates(asked);
            case "getChat" -> chats(asked.one("chat_id"));
            case "getChatMemberCount" -> ok(42);
            case "getChatAdministrators" ->
                    ok(
                            List.of(
                                    json(
                                            "{'status': 'creator', 'user': %s, 'custom_title': 'Host'}"
                                                    .formatted(user("1 Ada")))));
            case "getChatMember" -> ok(Map.of("status", "kicked"));
            case "sendMessage", "editMessageText" -> sent(asked.json());
            default -> ok(true);
        };
    }

    private Answer updates(Asked asked) {
        if (!hook.isEmpty()) {
            return no(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
                    "");
        }
        var from = asked.number("offset", 0);
        if (forgets) {
            for (Iterator<ObjectNode> all = updates.iterator(); all.hasNext(); ) {
                if (all.next().path("update_id").asInt() < from) {
                    all.remove();
                }
            }
        }
        return ok(
                updates.stream()
                        .filter(u -> u.path("update_id").asInt() >= from)
                        .limit(Math.min(2, asked.number("limit", 100)))
                        .toList());
    }

    private Answer chats(String id) {
        if (id.equals(SMALL)) {
            return no(
                    400,
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    "{'migrate_to_chat_id': %s}".formatted(GROUP));
        }
        return id.equals(GROUP)
                ? ok(
                        chat(id).put("description", "Where we meet")
                                .set("permissions", json("{'can_send_messages': true}")))
                : no(400, "Bad Request: chat not found", "");
    }

    private Answer sent(JsonNode body) {
        var chat = body.path("chat_id").asString("");
        if (chat.equals(SMALL)) {
            return chats(chat);
        }
        if (body.path("text").asString("").equals("the same")) {
            return no(400, "Bad Request: message is not modified", "");
        }
        sent.add(body);
        var message = new LinkedHashMap<String, Object>();
        message.put("message_id", body.path("message_id").asInt(100 + sent.size()));
        message.put("date", DAY);
        message.put("chat", chat(chat));
        return ok(message);
    }
}
