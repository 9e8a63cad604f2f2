package org.folkmoot.sources.slack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;

/// A small workspace that answers as Slack does, two things a page.
final class Workspace {

    record Said(String channel, String ts, String thread, String user, String text) {}

    final List<Said> messages = new ArrayList<>();
    final List<Map<String, Object>> posted = new ArrayList<>();
    private final List<Map<String, Object>> scheduled = new ArrayList<>();
    private boolean reacted;

    Answer answer(Asked asked) {
        return Answer.json(body(asked));
    }

    private Object body(Asked asked) {
        return switch (asked.path()) {
            case "/auth.test" ->
                    Map.of(
                            "ok",
                            true,
                            "team_id",
                            "T1",
                            "team",
                            "Moot",
                            "user",
                            "folkmoot",
                            "user_id",
                            "U9",
                            "url",
                            "https://moot.slack.com/");
            case "/users.list" ->
                    Map.of(
                            "ok",
                            true,
                            "members",
                            List.of(user("U1", "Ada"), user("U2", "Grace")),
                            "response_metadata",
                            Map.of("next_cursor", ""));
            case "/conversations.list" ->
                    Map.of(
                            "ok",
                            true,
                            "channels",
                            List.of(
                                    Map.of("id", "C1", "name", "general", "is_member", true),
                                    Map.of("id", "C2", "name", "secret", "is_member", false)));
            case "/conversations.history" ->
                    page(
                            asked,
                            said(asked).stream()
                                    .filter(m -> m.thread().isEmpty() || m.thread().equals(m.ts()))
                                    .toList());
            case "/conversations.replies" ->
                    page(
                            asked,
                            said(asked).stream()
                                    .filter(m -> m.thread().equals(asked.one("ts")))
                                    .toList());
            case "/chat.postMessage" -> post(asked);
            case "/chat.scheduleMessage" -> schedule(asked);
            case "/chat.scheduledMessages.list" ->
                    Map.of("ok", true, "scheduled_messages", scheduled);
            case "/reactions.add" -> reacted();
            case "/chat.update", "/chat.delete" -> Map.of("ok", true);
            default -> Map.of("ok", false, "error", "unknown_method");
        };
    }

    private Object schedule(Asked asked) {
        var body = asked.json();
        scheduled.add(
                Map.of(
                        "id", "Q1",
                        "channel_id", body.path("channel").asString(""),
                        "post_at", Long.parseLong(body.path("post_at").asString("")),
                        "text", body.path("text").asString("")));
        return Map.of(
                "ok",
                true,
                "channel",
                body.path("channel").asString(""),
                "scheduled_message_id",
                "Q1");
    }

    static Map<String, String> form(String body) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private Object reacted() {
        var before = reacted;
        reacted = true;
        return before ? Map.of("ok", false, "error", "already_reacted") : Map.of("ok", true);
    }

    private Object post(Asked asked) {
        var ts = "1900000000.00000" + posted.size();
        posted.add(Map.of("ts", ts, "text", asked.json().path("text").asString("")));
        messages.add(
                new Said(
                        asked.json().path("channel").asString(""),
                        ts,
                        asked.json().path("thread_ts").asString(""),
                        "U9",
                        asked.json().path("text").asString("")));
        return Map.of("ok", true, "channel", asked.json().path("channel").asString(""), "ts", ts);
    }

    private List<Said> said(Asked asked) {
        return messages.stream()
                .filter(m -> m.channel().equals(asked.one("channel")))
                .filter(m -> m.ts().compareTo(asked.one("oldest")) > 0)
                .sorted((a, b) -> b.ts().compareTo(a.ts()))
                .toList();
    }

    private Object page(Asked asked, List<Said> all) {
        var from = asked.one("cursor").isEmpty() ? 0 : Integer.parseInt(asked.one("cursor"));
        var shown = all.stream().skip(from).limit(2).map(this::told).toList();
        return Map.of(
                "ok",
                true,
                "messages",
                shown,
                "has_more",
                from + 2 < all.size(),
                "response_metadata",
                Map.of("next_cursor", from + 2 < all.size() ? Integer.toString(from + 2) : ""));
    }

    private Map<String, Object> told(Said one) {
        var row = new LinkedHashMap<String, Object>();
        row.put("type", "message");
        row.put("ts", one.ts());
        row.put("user", one.user());
        row.put("text", one.text());
        if (!one.thread().isEmpty()) {
            row.put("thread_ts", one.thread());
        }
        if (one.thread().equals(one.ts())) {
            var replies =
                    messages.stream()
                            .filter(m -> m.thread().equals(one.ts()) && !m.ts().equals(one.ts()))
                            .map(Said::ts)
                            .sorted()
                            .toList();
            row.put("reply_count", replies.size());
            row.put("latest_reply", replies.isEmpty() ? one.ts() : replies.getLast());
        }
        return row;
    }

    private static Map<String, Object> user(String id, String name) {
        return Map.of(
                "id",
                id,
                "name",
                name.toLowerCase(java.util.Locale.ROOT),
                "team_id",
                "T1",
                "profile",
                Map.of("real_name", name));
    }
}
