package org.folkmoot.sources.discord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A small server that answers as Discord does, two messages a page.
final class Server {

    static final String GENERAL = "500";
    static final String HELP = "502";

    final Map<String, ObjectNode> messages = new TreeMap<>();
    final Map<String, List<String>> reacted = new LinkedHashMap<>();
    final List<Map<String, Object>> threads = new ArrayList<>();
    final List<Map<String, Object>> rested = new ArrayList<>();
    final List<Map<String, Object>> events = new ArrayList<>();
    final List<Map<String, Object>> audit = new ArrayList<>();
    boolean mayListPeople = true;
    String gateway = "";
    int page = 2;

    static String id(int n) {
        return Long.toString(1_346_044_428_288_000_000L + n * (60_000L << 22));
    }

    static Map<String, @Nullable Object> user(String id, String name) {
        var user = new LinkedHashMap<String, @Nullable Object>();
        user.put("id", id);
        user.put("username", name);
        user.put("discriminator", "0");
        user.put("global_name", null);
        user.put("bot", name.equals("bot"));
        return user;
    }

    ObjectNode say(int n, String channel, String user, String text) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("id", id(n));
        row.put("channel_id", channel);
        row.put("type", 0);
        row.set("author", json(user(user, user.equals("1") ? "ada" : "grace")));
        row.put("content", text);
        row.put("timestamp", "2025-03-03T09:%02d:00.000000+00:00".formatted(n % 60));
        row.putNull("edited_timestamp");
        row.putArray("mentions");
        row.putObject("unheard_of").put("and", "so on");
        messages.put(id(n), row);
        return row;
    }

    static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }

    ObjectNode said(int n) {
        return Objects.requireNonNull(messages.get(id(n)));
    }

    void react(int n, String emoji, String... users) {
        reacted.put(id(n) + " " + emoji, List.of(users));
        said(n).set(
                        "reactions",
                        json(
                                List.of(
                                        Map.of(
                                                "count",
                                                users.length,
                                                "emoji",
                                                Map.of("name", emoji)))));
    }

    static Map<String, Object> thread(int n, String parent, String name, String rested) {
        return Map.of(
                "id",
                id(n),
                "type",
                11,
                "name",
                name,
                "parent_id",
                parent,
                "thread_metadata",
                Map.of("archived", !rested.isEmpty(), "archive_timestamp", rested));
    }

    Answer answer(Asked asked) {
        var answer = plain(asked);
        return answer.with("X-RateLimit-Limit", "5")
                .with("X-RateLimit-Remaining", "4")
                .with("X-RateLimit-Reset-After", "1.5")
                .with("X-RateLimit-Bucket", "abcd1234");
    }

    private Answer plain(Asked asked) {
        var path = asked.path();
        if (path.equals("/guilds/4")) {
            return Answer.json(
                    Map.of(
                            "id",
                            "4",
                            "name",
                            "Lantern",
                            "approximate_member_count",
                            42,
                            "roles",
                            List.of(Map.of("id", "77", "name", "Weaver"))));
        }
        if (path.equals("/gateway/bot")) {
            return Answer.json(
                    Map.of(
                            "url",
                            gateway,
                            "shards",
                            1,
                            "session_start_limit",
                            Map.of("total", 1000, "remaining", 999, "reset_after", 14400000)));
        }
        if (path.equals("/guilds/4/channels")) {
            return Answer.json(
                    List.of(
                            channel("499", 4, "Text", ""),
                            channel(GENERAL, 0, "general", "499"),
                            channel("501", 0, "hidden", "499"),
                            channel(HELP, 15, "help", "")));
        }
        if (path.equals("/guilds/4/threads/active")) {
            return Answer.json(Map.of("threads", threads, "members", List.of()));
        }
        if (path.equals("/guilds/4/members")) {
            return mayListPeople ? members(asked) : Answer.of(403, "{\"code\":50001}");
        }
        if (path.matches("/channels/\\d+/threads/archived/public")) {
            var mine =
                    rested.stream()
                            .filter(t -> path.contains("/" + t.get("parent_id") + "/"))
                            .toList();
            return Answer.json(Map.of("threads", mine, "has_more", false));
        }
        if (path.equals("/guilds/4/scheduled-events")) {
            return Answer.json(events);
        }
        if (path.matches("/guilds/4/scheduled-events/\\d+/users")) {
            return Answer.json(
                    asked.one("after").isEmpty()
                            ? List.of(Map.of("user", user("2", "grace")))
                            : List.of());
        }
        if (path.equals("/guilds/4/audit-logs")) {
            return Answer.json(
                    Map.of(
                            "audit_log_entries",
                            asked.one("before").isEmpty() ? audit : List.of(),
                            "users",
                            List.of(user("3", "eve"))));
        }
        if (path.matches("/channels/\\d+/messages")) {
            return path.contains("/501/")
                    ? Answer.of(403, "{\"message\":\"Missing Access\",\"code\":50001}")
                    : Answer.json(messages(path.split("/")[2], asked));
        }
        if (path.matches("/channels/\\d+/messages/\\d+/reactions/.*")) {
            var parts = path.split("/");
            var after = asked.one("after");
            return Answer.json(
                    reacted.getOrDefault(parts[4] + " " + parts[6], List.of()).stream()
                            .filter(u -> u.compareTo(after) > 0)
                            .limit(page)
                            .map(u -> user(u, "user" + u))
                            .toList());
        }
        return Answer.of(404, "{\"message\":\"404: Not Found\",\"code\":0}");
    }

    private static Map<String, @Nullable Object> channel(
            String id, int type, String name, String parent) {
        var channel = new LinkedHashMap<String, @Nullable Object>();
        channel.put("id", id);
        channel.put("type", type);
        channel.put("name", name);
        channel.put("topic", null);
        channel.put("parent_id", parent.isEmpty() ? null : parent);
        return channel;
    }

    private static Answer members(Asked asked) {
        return Answer.json(
                switch (asked.one("after")) {
                    case "" -> List.of(member("1", "ada", "Ada"));
                    case "1" -> List.of(member("2", "grace", "Amazing Grace"));
                    default -> List.of();
                });
    }

    private static Map<String, Object> member(String id, String name, String nick) {
        return Map.of(
                "user",
                user(id, name),
                "nick",
                nick,
                "roles",
                List.of("77"),
                "joined_at",
                "2025-03-03T08:00:00.000000+00:00");
    }

    private List<ObjectNode> messages(String channel, Asked asked) {
        var before = asked.one("before");
        return messages.values().stream()
                .filter(m -> m.path("channel_id").asString("").equals(channel))
                .filter(m -> before.isEmpty() || key(m).compareTo(before) < 0)
                .sorted(Comparator.comparing(Server::key, Comparator.reverseOrder()))
                .limit(Math.min(page, asked.number("limit", 50)))
                .toList();
    }

    private static String key(JsonNode message) {
        return message.path("id").asString("");
    }
}
