package org.folkmoot.sources.mastodon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A small instance that answers as Mastodon does, two things a page.
final class Instance {

    static final String HOST = "moot.example";

    final Map<String, ObjectNode> posts = new TreeMap<>();
    final List<Object> notices = new ArrayList<>();
    final List<Object> reports = new ArrayList<>();
    final List<String> followers = new ArrayList<>(List.of("6", "5"));
    boolean moderates = true;
    int page = 2;

    static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }

    static String uri(int n) {
        return "https://%s/users/ada/statuses/%d".formatted(HOST, n);
    }

    static Map<String, Object> account(String id, String acct) {
        return Map.of(
                "id",
                id,
                "acct",
                acct,
                "username",
                acct.replaceFirst("@.*", ""),
                "display_name",
                acct.startsWith("ada") ? "Ada" : "",
                "url",
                "https://moot.example/@" + acct,
                "bot",
                acct.startsWith("bot"));
    }

    ObjectNode say(int n, String acct, String answers, String text, String... tags) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("id", Integer.toString(n));
        row.put("uri", uri(n));
        row.put("url", "https://%s/@ada/%d".formatted(HOST, n));
        row.put("created_at", "2025-03-03T09:%02d:00.000Z".formatted(n % 60));
        row.putNull("edited_at");
        row.put("visibility", "public");
        row.put("in_reply_to_id", answers.isEmpty() ? null : answers);
        row.put("content", "<p>" + text + "</p>");
        row.set("account", json(account(acct.startsWith("ada") ? "1" : "2", acct)));
        row.putNull("reblog");
        var all = row.putArray("tags");
        for (var tag : tags) {
            all.addObject().put("name", tag);
        }
        row.putArray("mentions");
        row.put("replies_count", 0);
        row.putObject("unheard_of").putNull("and");
        posts.put(row.path("id").asString(""), row);
        if (!answers.isEmpty() && posts.containsKey(answers)) {
            var parent = Objects.requireNonNull(posts.get(answers));
            parent.put("replies_count", parent.path("replies_count").asInt(0) + 1);
        }
        return row;
    }

    ObjectNode said(int n) {
        return Objects.requireNonNull(posts.get(Integer.toString(n)));
    }

    void notify(int n, String type, String acct, int post) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("id", Integer.toString(n));
        row.put("type", type);
        row.put("created_at", "2025-03-04T09:%02d:00.000Z".formatted(n % 60));
        row.set("account", json(account("2", acct)));
        if (post > 0) {
            row.set("status", said(post));
        }
        notices.addFirst(row);
    }

    Answer answer(Asked asked) {
        return plain(asked)
                .with("X-RateLimit-Limit", "300")
                .with("X-RateLimit-Remaining", "299")
                .with("X-RateLimit-Reset", "2031-03-03T10:05:00.000000Z");
    }

    private Answer plain(Asked asked) {
        var path = asked.path();
        if (path.equals("/api/v1/accounts/verify_credentials")) {
            var me = (ObjectNode) json(account("1", "ada"));
            return Answer.json(me.put("followers_count", 42).put("statuses_count", 7));
        }
        if (path.equals("/api/v1/accounts/1/statuses")) {
            return paged(
                    asked, posts(p -> p.path("account").path("acct").asString("").equals("ada")));
        }
        if (path.equals("/api/v1/timelines/tag/weaving")) {
            return paged(asked, posts(p -> p.path("tags").toString().contains("eaving")));
        }
        if (path.equals("/api/v1/notifications")) {
            return paged(asked, notices);
        }
        if (path.equals("/api/v1/admin/reports")) {
            return moderates
                    ? paged(asked, asked.one("resolved").isEmpty() ? reports : List.of())
                    : Answer.of(403, "{\"error\":\"This action is not allowed\"}");
        }
        if (path.equals("/api/v1/accounts/1/followers")) {
            return paged(
                    asked,
                    followers.stream()
                            .<Object>map(f -> account(f, "f" + f + "@far.example"))
                            .toList());
        }
        if (path.matches("/api/v1/statuses/\\d+/context")) {
            var id = path.split("/")[4];
            return Answer.json(
                    Map.of(
                            "ancestors",
                            List.of(),
                            "descendants",
                            posts(p -> under(p, id)).reversed()));
        }
        var one = posts.get(path.replaceFirst("/api/v1/statuses/", ""));
        return one == null ? Answer.of(404, "{\"error\":\"Record not found\"}") : Answer.json(one);
    }

    private boolean under(JsonNode post, String id) {
        var parent = post.path("in_reply_to_id").asString("");
        var next = posts.get(parent);
        return parent.equals(id) || (next != null && under(next, id));
    }

    private List<Object> posts(Predicate<JsonNode> which) {
        return posts.values().stream()
                .filter(which)
                .sorted(Comparator.comparingInt(p -> -p.path("id").asInt(0)))
                .<Object>map(p -> p)
                .toList();
    }

    private Answer paged(Asked asked, List<Object> all) {
        var max = asked.number("max_id", Integer.MAX_VALUE);
        var since = asked.number("since_id", 0);
        var fitting = all.stream().filter(o -> number(o) < max && number(o) > since).toList();
        var shown = fitting.stream().limit(page).toList();
        var answer = Answer.json(shown);
        return fitting.size() <= page
                ? answer
                : answer.with(
                        "Link",
                        "<https://elsewhere.example%s?max_id=%d>; rel=\"next\", <https://elsewhere.example/?min_id=9>; rel=\"prev\""
                                .formatted(asked.path(), number(shown.getLast())));
    }

    private static int number(Object row) {
        return json(row).path("id").asInt(0);
    }
}
