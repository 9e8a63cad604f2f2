package org.folkmoot.sources.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;

/// A small GitHub: one repository, two things a page, numbered addresses on later pages.
final class Hub {

    static final String REPO = "ada/moot";
    private static final String PAGE = "https://github.com/" + REPO;
    private static final String API = "https://api.github.com/repos/" + REPO;

    record Thing(long number, String login, String body, Instant made, Instant changed) {}

    final List<Thing> issues = new ArrayList<>();
    final List<Thing> comments = new ArrayList<>();
    final List<String> stars = new ArrayList<>();
    final List<String> members = new ArrayList<>();
    boolean pulls = true;
    int remaining = 4000;

    Answer answer(Asked asked) {
        remaining--;
        return body(asked)
                .with("x-ratelimit-limit", "5000")
                .with("x-ratelimit-remaining", Integer.toString(remaining))
                .with("x-ratelimit-reset", "1930303030");
    }

    private Answer body(Asked asked) {
        var path = asked.path().replace("/repositories/1000", "/repos/" + REPO);
        return switch (path.replace("/repos/" + REPO, "")) {
            case "" ->
                    Answer.json(
                            Map.of(
                                    "full_name",
                                    REPO,
                                    "html_url",
                                    PAGE,
                                    "url",
                                    API,
                                    "owner",
                                    user("ada"),
                                    "open_issues_count",
                                    2,
                                    "has_discussions",
                                    true));
            case "/users/ada/repos" -> Answer.json(List.of(Map.of("full_name", REPO)));
            case "/issues" -> page(asked, changed(asked, issues), this::issue);
            case "/issues/comments" -> page(asked, changed(asked, comments), this::comment);
            case "/pulls/comments" -> page(asked, List.<Thing>of(), this::comment);
            case "/pulls/2/reviews" ->
                    Answer.json(
                            List.of(
                                    Map.of(
                                            "id",
                                            900,
                                            "node_id",
                                            "R",
                                            "user",
                                            user("grace"),
                                            "body",
                                            "Fine",
                                            "state",
                                            "APPROVED",
                                            "html_url",
                                            PAGE + "/pull/2#pullrequestreview-900",
                                            "pull_request_url",
                                            API + "/pulls/2",
                                            "submitted_at",
                                            "2031-01-05T00:00:00Z")));
            case "/stargazers" ->
                    page(
                            asked,
                            stars,
                            who ->
                                    Map.of(
                                            "starred_at",
                                            "2031-01-0%d".formatted(stars.indexOf(who) + 1)
                                                    + "T00:00:00Z",
                                            "user",
                                            user(who)));
            case "/orgs/ada/members" -> page(asked, members, Hub::user);
            case "/contributors" ->
                    Answer.json(List.of(Map.of("login", "ada", "contributions", 7)));
            case "/forks", "/releases" -> Answer.json(List.of());
            case "/graphql" ->
                    Answer.json(
                            Map.of(
                                    "data",
                                    Map.of("repository", Map.of("discussions", discussions()))));
            default -> Answer.of(404, "{\"message\":\"Not Found\"}");
        };
    }

    private static List<Thing> changed(Asked asked, List<Thing> all) {
        var since =
                asked.one("since").isEmpty() ? Instant.EPOCH : Instant.parse(asked.one("since"));
        Comparator<Thing> order =
                Comparator.comparing(
                        asked.one("sort").equals("updated") ? Thing::changed : Thing::made);
        return all.stream()
                .filter(t -> !t.changed().isBefore(since))
                .sorted(asked.one("direction").equals("desc") ? order.reversed() : order)
                .toList();
    }

    private static <T> Answer page(
            Asked asked, List<T> all, Function<T, Map<String, Object>> told) {
        var page = asked.number("page", 1);
        var shown = all.stream().skip((page - 1) * 2L).limit(2).map(told).toList();
        var answer = Answer.json(shown);
        if (all.size() <= page * 2) {
            return answer;
        }
        var rest = asked.path().replace("/repos/" + REPO, "/repositories/1000");
        var query = new StringBuilder();
        asked.query()
                .forEach(
                        (n, v) ->
                                query.append(n.equals("page") ? "" : "&" + n + "=" + v.getFirst()));
        return answer.with(
                "Link",
                "<https://api.github.com%s?page=%d%s>; rel=\"next\", <https://api.github.com%s?page=9>; rel=\"last\""
                        .formatted(rest, page + 1, query, rest));
    }

    private Map<String, Object> issue(Thing t) {
        var row = said(t, "/issues/" + t.number());
        row.put("number", t.number());
        row.put("title", "Issue " + t.number());
        row.put("state", "open");
        row.put("repository_url", API);
        if (t.number() == 2 && pulls) {
            row.put("pull_request", Map.of("url", API + "/pulls/2"));
        }
        return row;
    }

    private Map<String, Object> comment(Thing t) {
        var row = said(t, "/issues/1#issuecomment-" + t.number());
        row.put("issue_url", API + "/issues/1");
        return row;
    }

    private static Map<String, Object> said(Thing t, String page) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", t.number());
        row.put("node_id", "N" + t.number());
        row.put("html_url", PAGE + page);
        row.put("user", user(t.login()));
        row.put("body", t.body());
        row.put("created_at", t.made().toString());
        row.put("updated_at", t.changed().toString());
        return row;
    }

    static Map<String, Object> user(String login) {
        return Map.of(
                "login",
                login,
                "id",
                login.hashCode(),
                "type",
                "User",
                "html_url",
                "https://github.com/" + login);
    }

    private static Map<String, Object> discussions() {
        var ada =
                Map.of(
                        "__typename",
                        "User",
                        "login",
                        "ada",
                        "url",
                        "https://github.com/ada",
                        "avatarUrl",
                        "");
        var reply =
                Map.of(
                        "databaseId",
                        71,
                        "id",
                        "C71",
                        "url",
                        PAGE + "/discussions/5#discussioncomment-71",
                        "body",
                        "And so on",
                        "createdAt",
                        "2031-01-07T00:00:00Z",
                        "author",
                        ada);
        var comment =
                Map.of(
                        "databaseId",
                        70,
                        "id",
                        "C70",
                        "url",
                        PAGE + "/discussions/5#discussioncomment-70",
                        "body",
                        "Like so",
                        "createdAt",
                        "2031-01-06T00:00:00Z",
                        "author",
                        ada,
                        "replies",
                        Map.of("pageInfo", Map.of("hasNextPage", false), "nodes", List.of(reply)));
        var one = new LinkedHashMap<String, Object>();
        one.put("id", "D5");
        one.put("number", 5);
        one.put("url", PAGE + "/discussions/5");
        one.put("title", "How?");
        one.put("body", "How does it work?");
        one.put("createdAt", "2031-01-05T00:00:00Z");
        one.put("updatedAt", "2031-01-07T00:00:00Z");
        one.put("author", ada);
        one.put("category", Map.of("name", "Q&A", "isAnswerable", true));
        one.put("answer", Map.of("url", PAGE + "/discussions/5#discussioncomment-70"));
        one.put("answerChosenAt", "2031-01-08T00:00:00Z");
        one.put("answerChosenBy", ada);
        one.put(
                "comments",
                Map.of("pageInfo", Map.of("hasNextPage", false), "nodes", List.of(comment)));
        return Map.of("pageInfo", Map.of("hasNextPage", false), "nodes", List.of(one));
    }
}
