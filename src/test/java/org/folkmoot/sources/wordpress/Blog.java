package org.folkmoot.sources.wordpress;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.jspecify.annotations.Nullable;

/// A WordPress site in miniature: rights, contexts, filters, orders and pages as its API has them.
final class Blog {

    static final String HOME = "https://blog.example.org";

    /// One row of a list.
    static final class Row {
        final long id;
        String status = "publish";
        long author = 2;
        String date;
        String modified;
        String text = "";
        final long post;
        final long parent;
        String guest = "";

        Row(long id, String date, long post, long parent) {
            this.id = id;
            this.date = date;
            this.modified = date;
            this.post = post;
            this.parent = parent;
        }
    }

    final Map<Long, Row> posts = new TreeMap<>();
    final Map<Long, Row> pages = new TreeMap<>();
    final Map<Long, Row> comments = new TreeMap<>();
    final Map<Long, String> users = new TreeMap<>(Map.of(2L, "Ada.L", 3L, "grace"));
    boolean editor = true;
    boolean administrator = true;
    boolean onlyOwn;
    boolean plainPermalinks;
    String password = "";
    int most = 100;

    Row post(long id, String date) {
        var row = new Row(id, date, 0, 0);
        row.text = "<p>Post " + id + "</p>";
        posts.put(id, row);
        return row;
    }

    Row comment(long id, String date, long post, long parent) {
        var row = new Row(id, date, post, parent);
        row.status = "approved";
        row.author = 0;
        row.guest = "Mary";
        row.text = "Comment " + id;
        comments.put(id, row);
        return row;
    }

    Row comment(long id) {
        return Objects.requireNonNull(comments.get(id));
    }

    Row post(long id) {
        return Objects.requireNonNull(posts.get(id));
    }

    Answer answer(Asked asked) {
        var route = asked.path();
        if (plainPermalinks) {
            route = "/wp-json" + asked.one("rest_route");
            if (!asked.path().equals("/") || asked.one("rest_route").isEmpty()) {
                return page("<http://elsewhere.example/?rest_route=/>; rel=\"https://api.w.org/\"");
            }
        } else if (!route.startsWith("/wp-json")) {
            return page(
                    "<%s/wp-json/>; rel=\"https://api.w.org/\", <%s/wp-json/wp/v2/pages/1>; rel=\"alternate\"; title=\"JSON\""
                            .formatted(HOME, HOME));
        }
        var signed = signed(asked);
        var path = route.substring("/wp-json".length());
        if (path.equals("/")) {
            return Answer.json(
                    Map.of("name", "Engine Notes", "description", "", "url", HOME, "home", HOME));
        }
        var parts = path.substring("/wp/v2/".length()).split("/");
        if (parts[0].equals("users")) {
            return parts.length > 1
                    ? Answer.json(Map.of("id", 2, "name", "Ada L"))
                    : users(asked, signed);
        }
        var list = list(parts[0]);
        if (list == null) {
            return error(404, "rest_no_route");
        }
        return parts.length > 1
                ? one(list, parts[0], Long.parseLong(parts[1]), signed && editor)
                : many(list, parts[0], asked, signed && editor);
    }

    private boolean signed(Asked asked) {
        var both =
                Base64.getEncoder()
                        .encodeToString(("ada:" + password).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + both).equals(asked.headers().get("authorization"));
    }

    private static Answer page(String link) {
        return new Answer(
                200,
                Map.of("Content-Type", "text/html", "Link", link),
                "<!doctype html><title>Engine Notes</title><p>Welcome to these notes.</p>"
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Answer error(int status, String code) {
        return Answer.of(
                status,
                "{\"code\":\"%s\",\"message\":\"No.\",\"data\":{\"status\":%d}}"
                        .formatted(code, status));
    }

    private @Nullable Map<Long, Row> list(String name) {
        return switch (name) {
            case "posts" -> posts;
            case "pages" -> pages;
            case "comments" -> comments;
            default -> null;
        };
    }

    private Answer users(Asked asked, boolean signed) {
        var edit = asked.one("context").equals("edit");
        if (edit && !(signed && administrator)) {
            return error(signed(asked) ? 403 : 401, "rest_forbidden_context");
        }
        var rows =
                users.keySet().stream()
                        .filter(id -> included(asked, id))
                        .filter(id -> edit || posts.values().stream().anyMatch(p -> p.author == id))
                        .sorted(Comparator.reverseOrder())
                        .map(id -> user(id, edit))
                        .toList();
        return paged(rows, asked);
    }

    private Map<String, Object> user(long id, boolean edit) {
        var login = users.getOrDefault(id, "");
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("name", "Person " + id);
        row.put("slug", login.toLowerCase(Locale.ROOT).replace('.', '-'));
        row.put("url", "");
        row.put("unheard_of", null);
        if (edit) {
            row.put("username", login);
            row.put("email", login + "@example.org");
            row.put("registered_date", "2019-01-01T00:00:00+00:00");
            row.put("roles", List.of("editor"));
        }
        return row;
    }

    private static boolean included(Asked asked, long id) {
        var wanted = asked.one("include");
        return wanted.isEmpty() || Arrays.asList(wanted.split(",")).contains(Long.toString(id));
    }

    private Answer one(Map<Long, Row> list, String name, long id, boolean may) {
        var row = list.get(id);
        return row == null
                ? error(404, "rest_post_invalid_id")
                : may || shown(row)
                        ? Answer.json(told(row, name, false))
                        : error(401, "rest_forbidden");
    }

    private static boolean shown(Row row) {
        return row.status.equals("publish") || row.status.equals("approved");
    }

    private Answer many(Map<Long, Row> list, String name, Asked asked, boolean may) {
        var edit = asked.one("context").equals("edit");
        var state = asked.one("status");
        if ((edit || !state.isEmpty()) && !may) {
            return error(signed(asked) ? 403 : 401, "rest_forbidden_context");
        }
        if (asked.number("per_page", 10) > 100) {
            return error(400, "rest_invalid_param");
        }
        Predicate<Row> wanted =
                row ->
                        (state.matches("|approve")
                                        ? shown(row)
                                        : Arrays.asList(state.split(",")).contains(row.status))
                                && included(asked, row.id)
                                && after(row.modified, asked.one("modified_after"))
                                && after(row.date, asked.one("after"));
        Comparator<Row> order =
                asked.one("orderby").equals("modified")
                        ? Comparator.comparing((Row r) -> r.modified)
                        : Comparator.comparing(r -> r.date);
        order = order.thenComparingLong(r -> r.id);
        var rows =
                list.values().stream()
                        .filter(wanted)
                        .sorted(asked.one("order").equals("asc") ? order : order.reversed())
                        .map(r -> told(r, name, edit))
                        .toList();
        return paged(rows, asked, edit && onlyOwn);
    }

    private static boolean after(String time, String after) {
        return after.isEmpty() || (time + "Z").compareTo(after) > 0;
    }

    private Answer paged(List<Map<String, Object>> rows, Asked asked) {
        return paged(rows, asked, false);
    }

    /// Who may edit only some gets these alone, though all are counted.
    private Answer paged(List<Map<String, Object>> rows, Asked asked, boolean own) {
        var size = Math.min(most, asked.number("per_page", 10));
        var page = asked.number("page", 1);
        var pages = (rows.size() + size - 1) / size;
        if (page > Math.max(1, pages)) {
            return error(400, "rest_post_invalid_page_number");
        }
        var shown =
                new ArrayList<>(rows)
                        .stream()
                                .skip((page - 1L) * size)
                                .limit(size)
                                .filter(r -> !own || Objects.equals(r.get("author"), 2L))
                                .toList();
        return Answer.json(
                        asked.one("_fields").equals("id")
                                ? shown.stream().map(r -> Map.of("id", r.get("id"))).toList()
                                : shown)
                .with("X-WP-Total", Integer.toString(rows.size()))
                .with("X-WP-TotalPages", Integer.toString(pages));
    }

    private static Map<String, Object> told(Row row, String list, boolean edit) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", row.id);
        told.put("date", "1999-01-01T00:00:00");
        told.put("date_gmt", row.date);
        told.put("status", row.status);
        told.put("author", row.author);
        told.put("content", text(row.text, edit));
        told.put("meta", List.of());
        if (list.equals("comments")) {
            told.put("post", row.post);
            told.put("parent", row.parent);
            told.put("author_name", row.author > 0 ? "Person " + row.author : row.guest);
            told.put("type", "comment");
            told.put("link", HOME + "/p" + row.post + "/#comment-" + row.id);
            if (edit) {
                told.put("author_email", row.author > 0 ? "" : row.guest + "@Example.org");
            }
        } else {
            told.put("type", list.substring(0, list.length() - 1));
            told.put("modified_gmt", row.modified);
            told.put("title", text("Title &amp; " + row.id, edit));
            told.put("link", HOME + "/p" + row.id + "/");
            told.put("sticky", false);
            told.put(
                    "_embedded",
                    Map.of(
                            "wp:term",
                            List.of(
                                    List.of(Map.of("taxonomy", "category", "name", "News")),
                                    List.of())));
        }
        return told;
    }

    private static Map<String, Object> text(String text, boolean edit) {
        return edit
                ? Map.of("raw", text, "rendered", text + "\n")
                : Map.of("rendered", text + "\n");
    }
}
