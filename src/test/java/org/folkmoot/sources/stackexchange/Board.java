package org.folkmoot.sources.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import tools.jackson.databind.json.JsonMapper;

/// A site in miniature: pages of two, packed always, with what is left of the day in each answer.
final class Board {

    record Row(
            long id,
            long of,
            long by,
            String title,
            String body,
            long made,
            long stirred,
            long accepted) {}

    final List<Row> questions = new ArrayList<>();
    final List<Row> answers = new ArrayList<>();
    final List<Row> comments = new ArrayList<>();
    long left = 290;
    int backoff;

    void ask(long id, long by, String title, long at) {
        questions.add(new Row(id, 0, by, title, "<p>How?</p>", at, at, 0));
    }

    void answer(long id, long question, long by, long at) {
        answers.add(new Row(id, question, by, "", "<p>So &amp; so.</p>", at, at, 0));
        stir(question, at, 0);
    }

    void comment(long id, long post, long by, long at) {
        comments.add(
                new Row(id, post, by, "", "See <a href=\"https://x.example\">x</a>", at, at, 0));
    }

    void stir(long question, long at, long accepted) {
        questions.replaceAll(
                q ->
                        q.id() != question
                                ? q
                                : new Row(
                                        q.id(),
                                        0,
                                        q.by(),
                                        q.title(),
                                        q.body(),
                                        q.made(),
                                        at,
                                        accepted == 0 ? q.accepted() : accepted));
    }

    void edit(long question, String body, long at) {
        questions.replaceAll(
                q ->
                        q.id() != question
                                ? q
                                : new Row(
                                        q.id(),
                                        0,
                                        q.by(),
                                        q.title(),
                                        body,
                                        q.made(),
                                        at,
                                        q.accepted()));
    }

    Answer answer(Asked asked) {
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.one("site")).isEqualTo("tex.stackexchange.com");
        assertThat(asked.one("filter")).isEqualTo("withbody");
        assertThat(asked.number("pagesize", 0)).isBetween(1, 100);
        var path = asked.path().split("/", -1);
        var ids =
                path.length < 3
                        ? List.<Long>of()
                        : Arrays.stream(path[2].split(";", -1)).map(Long::parseLong).toList();
        assertThat(ids.size()).isLessThanOrEqualTo(100);
        if (path.length == 3 && !path[1].equals("users")) {
            return switch (path[1]) {
                case "questions" -> page(asked, named(questions, ids), this::question);
                case "answers" -> page(asked, named(answers, ids), this::answered);
                default -> page(asked, named(comments, ids), this::commented);
            };
        }
        return switch (path.length < 4 ? path[1] : path[3]) {
            case "questions" -> page(asked, stirred(asked), this::question);
            case "answers" -> page(asked, of(answers, ids), this::answered);
            case "comments" -> page(asked, of(comments, ids), this::commented);
            case "users" -> packed(ids.stream().map(Board::user).toList(), false);
            default -> Answer.of(400, "{\"error_id\":404,\"error_message\":\"no method\"}");
        };
    }

    private List<Row> stirred(Asked asked) {
        var order = Comparator.comparingLong(Row::stirred).thenComparingLong(Row::id);
        return questions.stream()
                .filter(q -> q.stirred() >= asked.number("min", 0))
                .filter(
                        q ->
                                asked.one("tagged").isEmpty()
                                        || tags(q).containsAll(
                                                        List.of(
                                                                asked.one("tagged")
                                                                        .split(";", -1))))
                .sorted(asked.one("order").equals("desc") ? order.reversed() : order)
                .toList();
    }

    private static List<String> tags(Row question) {
        return List.of("keys", question.id() % 2 == 0 ? "even" : "odd");
    }

    private static List<Row> named(List<Row> rows, List<Long> ids) {
        return rows.stream()
                .filter(r -> ids.contains(r.id()))
                .sorted(Comparator.comparingLong(Row::made))
                .toList();
    }

    private static List<Row> of(List<Row> rows, List<Long> ids) {
        return rows.stream()
                .filter(r -> ids.contains(r.of()))
                .sorted(Comparator.comparingLong(Row::made))
                .toList();
    }

    private Answer page(
            Asked asked,
            List<Row> rows,
            java.util.function.Function<Row, Map<String, Object>> told) {
        var size = Math.min(2, asked.number("pagesize", 30));
        var from = (asked.number("page", 1) - 1) * size;
        var page = rows.stream().skip(from).limit(size).map(told).toList();
        return packed(page, rows.size() > from + size);
    }

    private Answer packed(List<Map<String, Object>> items, boolean more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("items", items);
        body.put("has_more", more);
        body.put("quota_max", 300);
        body.put("quota_remaining", --left);
        body.put("unheard_of", Map.of("and", List.of("so", "on")));
        if (backoff > 0) {
            body.put("backoff", backoff);
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(JsonMapper.shared().writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(
                200,
                Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                packed.toByteArray());
    }

    private Map<String, Object> question(Row row) {
        var told = written(row, "question_id");
        told.put("title", row.title());
        told.put("tags", tags(row));
        told.put("last_activity_date", row.stirred());
        told.put("answer_count", 1);
        if (!row.body().equals("<p>How?</p>")) {
            told.put("last_edit_date", row.stirred());
        }
        if (row.accepted() > 0) {
            told.put("accepted_answer_id", row.accepted());
        }
        return told;
    }

    private Map<String, Object> answered(Row row) {
        var told = written(row, "answer_id");
        told.put("question_id", row.of());
        return told;
    }

    private Map<String, Object> commented(Row row) {
        var told = written(row, "comment_id");
        told.put("post_id", row.of());
        return told;
    }

    /// 0 is a deleted account, of which only its name is left.
    private static Map<String, Object> written(Row row, String id) {
        var told = new LinkedHashMap<String, Object>();
        told.put(id, row.id());
        told.put("body", row.body());
        told.put("creation_date", row.made());
        told.put("score", 3);
        told.put("unheard_of", List.of(1, 2));
        told.put(
                "owner",
                row.by() == 0
                        ? Map.of("user_type", "does_not_exist", "display_name", "user39")
                        : Map.of(
                                "user_id",
                                row.by(),
                                "account_id",
                                row.by() + 1000,
                                "display_name",
                                "Ada &quot;A&quot; O&#39;Moot"));
        return told;
    }

    private static Map<String, Object> user(long id) {
        return Map.of(
                "user_id",
                id,
                "account_id",
                id + 1000,
                "display_name",
                "Ada &quot;A&quot; O&#39;Moot",
                "location",
                "K&#246;ln",
                "creation_date",
                1_280_000_000,
                "last_access_date",
                1_600_000_000);
    }
}
