package org.folkmoot.sources.reddit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.jspecify.annotations.Nullable;

/// A small subreddit that answers as Reddit does, two things to a page.
final class Subreddit {

    static final long BEGAN = 1_900_000_000;

    final Map<String, Map<String, Object>> things = new LinkedHashMap<>();
    final List<Map<String, Object>> log = new ArrayList<>();
    final List<String> mails = new ArrayList<>(List.of("1a"));
    boolean moderator = true;
    String left = "595.0";

    void post(String id, long at, String title, String author, long comments) {
        var row = row("t3_" + id, at, author);
        row.put("title", title);
        row.put("selftext", "About " + title);
        row.put("is_self", true);
        row.put("num_comments", comments);
    }

    void comment(String id, long at, String parent, String body, String author) {
        var row = row("t1_" + id, at, author);
        row.put("parent_id", parent);
        row.put("link_id", "t3_a");
        row.put("body", body);
    }

    private Map<String, Object> row(String name, long at, String author) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", name);
        row.put("id", name.substring(3));
        row.put("author", author);
        row.put("created_utc", BEGAN + at + 0.5);
        row.put("edited", false);
        row.put("subreddit", "Moot");
        row.put("permalink", "/r/Moot/comments/" + name + "/");
        row.put("score", 5);
        row.put("removed_by_category", null);
        row.put("user_reports", List.of());
        row.put("unheard_of", Map.of("and", List.of("so", "on")));
        things.put(name, row);
        return row;
    }

    void change(String name, String field, @Nullable Object value) {
        var row = things.get(name);
        if (row != null) {
            row.put(field, value);
        }
    }

    Answer answer(Asked asked) {
        return said(asked)
                .with("X-Ratelimit-Used", "5")
                .with("X-Ratelimit-Remaining", left)
                .with("X-Ratelimit-Reset", "333");
    }

    private Answer said(Asked asked) {
        var path = asked.path();
        if (path.startsWith("/r/moot/about/") && !moderator) {
            return Answer.of(
                    403, "{\"reason\":\"private\",\"message\":\"Forbidden\",\"error\":403}");
        }
        return switch (path) {
            case "/r/moot/about" ->
                    Answer.json(
                            Map.of(
                                    "kind",
                                    "t5",
                                    "data",
                                    Map.of("display_name", "Moot", "subscribers", 1234)));
            case "/r/moot/new" -> listing(asked, name -> name.startsWith("t3_"));
            case "/r/moot/comments" ->
                    listing(asked, name -> Set.of("t1_c", "t1_e", "t1_late").contains(name));
            case "/r/moot/about/modqueue", "/r/moot/about/reports" ->
                    listing(asked, name -> !List.of().equals(known(name).get("user_reports")));
            case "/r/moot/about/log" -> Answer.json(page(log, ""));
            case "/api/info" ->
                    Answer.json(
                            page(
                                    Arrays.stream(asked.one("id").split(",", -1))
                                            .filter(things::containsKey)
                                            .map(this::thing)
                                            .toList(),
                                    ""));
            case "/comments/a" -> tree(asked);
            case "/api/morechildren" ->
                    Answer.json(
                            Map.of(
                                    "json",
                                    Map.of(
                                            "errors",
                                            List.of(),
                                            "data",
                                            Map.of(
                                                    "things",
                                                    Arrays.stream(
                                                                    asked.one("children")
                                                                            .split(",", -1))
                                                            .map(id -> thing("t1_" + id))
                                                            .toList()))));
            case "/api/mod/conversations" ->
                    Answer.json(
                            Map.of(
                                    "conversationIds",
                                    asked.one("after").isEmpty() ? mails : List.of(),
                                    "conversations",
                                    Map.of(
                                            "1a",
                                            Map.of(
                                                    "id",
                                                    "1a",
                                                    "lastUpdated",
                                                    "2030-03-17T17:50:00.123456+00:00"))));
            case "/api/mod/conversations/1a" -> conversation();
            case "/api/v1/me" -> Answer.json(Map.of("name", "Ada"));
            default -> Answer.of(404, "{\"message\":\"Not Found\",\"error\":404}");
        };
    }

    private Answer conversation() {
        return Answer.json(
                Map.of(
                        "conversation",
                        Map.of("id", "1a", "subject", "Why was I removed?", "isInternal", false),
                        "messages",
                        Map.of(
                                "z2",
                                message(
                                        "z2",
                                        "Because.",
                                        "Ada",
                                        "2030-03-17T17:50:00.123456+00:00",
                                        false),
                                "z1",
                                message(
                                        "z1",
                                        "Why?",
                                        "Mallory",
                                        "2030-03-17T17:40:00+00:00",
                                        false),
                                "z3",
                                message(
                                        "z3",
                                        "He again",
                                        "Ada",
                                        "2030-03-17T17:49:00+00:00",
                                        true))));
    }

    private static Map<String, Object> message(
            String id, String text, String by, String at, boolean internal) {
        return Map.of(
                "id",
                id,
                "bodyMarkdown",
                text,
                "author",
                Map.of("name", by, "id", 17, "isMod", by.equals("Ada")),
                "date",
                at,
                "isInternal",
                internal);
    }

    /// `c` with `d` below it, a `more` of `e`, and below `d` a thread that goes on.
    private Answer tree(Asked asked) {
        var on = asked.one("comment").equals("d");
        var d = new LinkedHashMap<>(thing("t1_d"));
        var inner = new LinkedHashMap<>(known("t1_d"));
        inner.put("replies", page(List.of(on ? thing("t1_f") : more("t1_d", List.of())), ""));
        d.put("data", inner);
        var c = new LinkedHashMap<>(known("t1_c"));
        c.put("replies", page(List.of(d), ""));
        var all =
                on
                        ? List.<Object>of(d)
                        : List.<Object>of(
                                Map.of("kind", "t1", "data", c), more("t3_a", List.of("e")));
        return Answer.json(List.of(page(List.of(thing("t3_a")), ""), page(all, "")));
    }

    private static Map<String, Object> more(String parent, List<String> children) {
        return Map.of("kind", "more", "data", Map.of("parent_id", parent, "children", children));
    }

    private Map<String, Object> thing(String name) {
        return Map.of("kind", name.substring(0, 2), "data", known(name));
    }

    private Map<String, Object> known(String name) {
        return things.getOrDefault(name, Map.of());
    }

    private Answer listing(Asked asked, Predicate<String> which) {
        var names =
                things.keySet().stream()
                        .filter(which)
                        .sorted(
                                Comparator.comparing(
                                                (String n) ->
                                                        Double.valueOf(
                                                                String.valueOf(
                                                                        known(n).get(
                                                                                        "created_utc"))))
                                        .reversed())
                        .toList();
        var from = names.indexOf(asked.one("after")) + 1;
        var chosen = names.subList(from, Math.min(names.size(), from + 2));
        var after = from + 2 < names.size() ? chosen.getLast() : "";
        return Answer.json(page(chosen.stream().map(this::thing).toList(), after));
    }

    private static Map<String, Object> page(List<? extends Object> children, String after) {
        var data = new LinkedHashMap<String, Object>();
        data.put("after", after.isEmpty() ? null : after);
        data.put("children", children);
        return Map.of("kind", "Listing", "data", data);
    }
}
