package org.folkmoot.sources.x;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;

/// A small X that answers as its version 2 does, two posts to a page. Account 7 is ours.
final class Timeline {

    /// By their numbers, the latest last.
    final TreeMap<String, Map<String, Object>> posts = new TreeMap<>(XIds.ORDER);

    final List<String> followers = new ArrayList<>(List.of("22", "21"));
    String left = "178";

    /// @param answered the number of the post that it answers; empty for none
    Map<String, Object> post(String id, String author, String text, String answered) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("text", text);
        row.put("author_id", author);
        row.put("created_at", "2031-03-01T00:00:%02d.000Z".formatted(posts.size()));
        row.put("conversation_id", answered.isEmpty() ? id : "101");
        row.put("edit_history_tweet_ids", List.of(id));
        row.put("lang", "en");
        row.put("public_metrics", Map.of("like_count", 2, "retweet_count", 0));
        row.put("unheard_of", List.of());
        if (!answered.isEmpty()) {
            row.put("referenced_posts", List.of(Map.of("type", "replied_to", "id", answered)));
        }
        if (text.contains("@us")) {
            row.put("entities", Map.of("mentions", List.of(Map.of("id", "7", "username", "us"))));
        }
        posts.put(id, row);
        return row;
    }

    Answer answer(Asked asked) {
        return said(asked)
                .with("x-rate-limit-limit", "180")
                .with("x-rate-limit-remaining", left)
                .with("x-rate-limit-reset", "1930298700");
    }

    private Answer said(Asked asked) {
        return switch (asked.path()) {
            case "/2/users/by/username/us", "/2/users/me" -> Answer.json(Map.of("data", user("7")));
            case "/2/users/7/mentions" ->
                    page(asked, "pagination_token", row -> row.containsKey("entities"));
            case "/2/users/7/tweets" ->
                    page(asked, "pagination_token", row -> "7".equals(row.get("author_id")));
            case "/2/tweets/search/recent" ->
                    page(
                            asked,
                            "next_token",
                            row ->
                                    asked.one("query")
                                                    .contains(
                                                            "conversation_id:"
                                                                    + row.get("conversation_id"))
                                            || String.valueOf(row.get("text"))
                                                    .contains(asked.one("query")));
            case "/2/users/7/followers" ->
                    Answer.json(
                            Map.of(
                                    "data",
                                    followers.stream().map(Timeline::user).toList(),
                                    "meta",
                                    Map.of("result_count", followers.size())));
            case "/2/tweets" -> some(asked);
            default -> Answer.of(404, "{\"title\":\"Not Found Error\",\"status\":404}");
        };
    }

    private Answer some(Asked asked) {
        var ids = Arrays.asList(asked.one("ids").split(",", -1));
        return Answer.json(
                Map.of(
                        "data",
                        ids.stream().filter(posts::containsKey).map(posts::get).toList(),
                        "errors",
                        ids.stream()
                                .filter(id -> !posts.containsKey(id))
                                .map(
                                        id ->
                                                Map.of(
                                                        "resource_id",
                                                        id,
                                                        "value",
                                                        id,
                                                        "resource_type",
                                                        "tweet",
                                                        "title",
                                                        "Not Found Error",
                                                        "type",
                                                        "https://api.twitter.com/2/problems/resource-not-found"))
                                .toList()));
    }

    private Answer page(Asked asked, String token, Predicate<Map<String, Object>> which) {
        var chosen =
                posts.descendingMap().values().stream()
                        .filter(which)
                        .filter(
                                row ->
                                        asked.one("since_id").isEmpty()
                                                || XIds.ORDER.compare(
                                                                String.valueOf(row.get("id")),
                                                                asked.one("since_id"))
                                                        > 0)
                        .toList();
        var from = asked.one(token).isEmpty() ? 0 : Integer.parseInt(asked.one(token).substring(4));
        var rows = chosen.subList(from, Math.min(chosen.size(), from + 2));
        var body = new LinkedHashMap<String, Object>();
        var meta = new LinkedHashMap<String, Object>();
        meta.put("result_count", rows.size());
        if (from + 2 < chosen.size()) {
            meta.put("next_token", "page" + (from + 2));
        }
        if (!rows.isEmpty()) {
            body.put("data", rows);
            body.put("includes", Map.of("users", List.of(user("7"), user("21"))));
        }
        body.put("meta", meta);
        return Answer.json(body);
    }

    private static Map<String, Object> user(String id) {
        return Map.of(
                "id",
                id,
                "name",
                id.equals("7") ? "Us" : "Ada",
                "username",
                id.equals("7") ? "us" : "ada" + id,
                "public_metrics",
                Map.of("followers_count", 1234, "tweet_count", 9));
    }
}
