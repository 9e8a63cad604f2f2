package org.folkmoot.sources.mattermost;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A small server that answers as Mattermost does, two posts a page.
final class Chat {

    static final long DAY = 1_740_000_000_000L;

    final Map<String, ObjectNode> posts = new LinkedHashMap<>();

    ObjectNode say(int n, String user, String root, String text) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("id", id(n));
        row.put("create_at", DAY + n * 60_000L);
        row.put("update_at", DAY + n * 60_000L);
        row.put("edit_at", 0).put("delete_at", 0);
        row.put("user_id", user).put("channel_id", "c1").put("root_id", root);
        row.put("message", text).put("type", "");
        row.putObject("metadata").putNull("unheard_of");
        posts.put(id(n), row);
        return row;
    }

    static String id(int n) {
        return "p%02d".formatted(n);
    }

    ObjectNode said(int n) {
        return Objects.requireNonNull(posts.get(id(n)));
    }

    Answer answer(Asked asked) {
        return plain(asked)
                .with("X-Ratelimit-Limit", "10")
                .with("X-Ratelimit-Remaining", "9")
                .with("X-Ratelimit-Reset", "1");
    }

    private Answer plain(Asked asked) {
        return switch (asked.path()) {
            case "/api/v4/users/me" -> Answer.json(Map.of("id", "u9", "username", "folkmoot"));
            case "/api/v4/users/me/teams" ->
                    Answer.json(List.of(Map.of("id", "t1", "name", "moot")));
            case "/api/v4/users" ->
                    Answer.json(
                            switch (asked.number("page", 0)) {
                                case 0 -> List.of(user("u1", "ada", "Ada"));
                                case 1 -> List.of(user("u2", "grace", ""));
                                default -> List.of();
                            });
            case "/api/v4/users/me/teams/t1/channels" ->
                    Answer.json(List.of(channel("c1", "O"), channel("d1", "D")));
            case "/api/v4/channels/c1/posts" -> page(asked);
            case "/api/v4/posts" -> post(asked);
            default -> {
                var one = posts.get(asked.path().replaceFirst("/api/v4/posts/", ""));
                yield one == null
                        ? Answer.of(404, "{\"message\":\"Unable to find the post.\"}")
                        : Answer.json(one);
            }
        };
    }

    private Answer post(Asked asked) {
        var body = asked.json();
        return Answer.json(
                say(
                        50,
                        "u9",
                        body.path("root_id").asString(""),
                        body.path("message").asString("")));
    }

    private Answer page(Asked asked) {
        var since = asked.one("since").isEmpty() ? -1 : Long.parseLong(asked.one("since"));
        var before = asked.one("before");
        var all =
                posts.values().stream()
                        .filter(p -> since < 0 || p.path("update_at").asLong(0) > since)
                        .filter(p -> since >= 0 || p.path("delete_at").asLong(0) == 0)
                        .filter(p -> before.isEmpty() || key(p).compareTo(before) < 0)
                        .sorted(Comparator.comparing(Chat::key, Comparator.reverseOrder()))
                        .limit(since < 0 ? 2 : 1000)
                        .toList();
        var told = new LinkedHashMap<String, Object>();
        all.forEach(p -> told.put(key(p), p));
        return Answer.json(Map.of("order", all.stream().map(Chat::key).toList(), "posts", told));
    }

    private static String key(ObjectNode post) {
        return post.path("id").asString("");
    }

    private static Map<String, Object> user(String id, String name, String nick) {
        return Map.of("id", id, "username", name, "nickname", nick, "update_at", DAY);
    }

    private static Map<String, Object> channel(String id, String type) {
        return Map.of("id", id, "name", "town-square", "display_name", "Town", "type", type);
    }
}
