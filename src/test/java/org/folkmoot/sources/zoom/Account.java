package org.folkmoot.sources.zoom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;

/// A small account that answers as Zoom does, two things a page.
final class Account {

    static final String ODD = "/ajXp112QmuoKj4854875==";

    final List<Map<String, Object>> meetings = new ArrayList<>();
    final List<Map<String, Object>> webinars = new ArrayList<>();
    final List<Map<String, Object>> held = new ArrayList<>();
    final Map<String, List<Map<String, Object>>> registrants = new LinkedHashMap<>();
    final Map<String, List<Map<String, Object>>> present = new LinkedHashMap<>();
    boolean mayListUsers = true;
    boolean hasReports = true;
    int tokens;

    Map<String, Object> meeting(long id, String topic, int type, String starts) {
        var row = row(id, topic, type, starts);
        meetings.add(row);
        return row;
    }

    Map<String, Object> webinar(long id, String topic, String starts) {
        var row = row(id, topic, 5, starts);
        webinars.add(row);
        return row;
    }

    private static Map<String, Object> row(long id, String topic, int type, String starts) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("uuid", "u" + id);
        row.put("host_id", "KDcuGIm1QgePTO8WbOqwIQ");
        row.put("topic", topic);
        row.put("type", type);
        if (!starts.isEmpty()) {
            row.put("start_time", starts);
        }
        row.put("duration", 60);
        row.put("created_at", "2030-12-01T00:00:00Z");
        row.put("join_url", "https://zoom.example/j/1?pwd=private");
        row.put("unheard_of", null);
        return row;
    }

    void held(long id, String uuid, String topic, int type, String at) {
        var row = row(id, topic, type, at);
        row.put("uuid", uuid);
        row.remove("host_id");
        held.add(row);
    }

    void registrant(long id, String registrant, String email, String status) {
        registrants
                .computeIfAbsent(Long.toString(id), _ -> new ArrayList<>())
                .add(
                        Map.of(
                                "id",
                                registrant,
                                "email",
                                email,
                                "first_name",
                                "Grace",
                                "last_name",
                                "Hopper",
                                "status",
                                status,
                                "create_time",
                                "2031-01-05T00:00:00Z"));
    }

    void came(String uuid, String id, String name, String email, String at, int seconds) {
        present.computeIfAbsent(uuid, _ -> new ArrayList<>())
                .add(
                        Map.of(
                                "id", id,
                                "user_id", "16778240",
                                "name", name,
                                "user_email", email,
                                "join_time", at,
                                "duration", seconds));
    }

    Answer answer(Asked asked) {
        if (asked.path().equals("/oauth/token")) {
            tokens++;
            return Answer.json(
                    Map.of(
                            "access_token",
                            "access-" + tokens,
                            "token_type",
                            "bearer",
                            "expires_in",
                            3599));
        }
        return told(asked)
                .with("X-RateLimit-Category", "Medium")
                .with("X-RateLimit-Type", "QPS")
                .with("X-RateLimit-Limit", "60")
                .with("X-RateLimit-Remaining", "59");
    }

    private Answer told(Asked asked) {
        var path = asked.path().replaceFirst("^/v2", "");
        if (asked.method().equals("POST")) {
            return made(asked, path);
        }
        if (path.equals("/users")) {
            var user =
                    Map.<String, Object>of(
                            "id", "KDcuGIm1QgePTO8WbOqwIQ",
                            "first_name", "Ada",
                            "last_name", "Lovelace",
                            "email", "ada@example.org");
            return mayListUsers
                    ? page(asked, "users", List.of(user))
                    : Answer.of(400, "{\"code\":4711,\"message\":\"no scope\"}");
        }
        if (path.matches("/users/[^/]+/meetings")) {
            return page(asked, "meetings", meetings);
        }
        if (path.matches("/users/[^/]+/webinars")) {
            return numbered(asked, "webinars", webinars);
        }
        if (path.startsWith("/report/users/")) {
            return hasReports
                    ? page(asked, "meetings", within(asked))
                    : Answer.of(400, "{\"code\":200,\"message\":\"Only for paid accounts\"}");
        }
        if (path.endsWith("/registrants")) {
            return registered(asked, path.split("/", -1)[2]);
        }
        if (path.endsWith("/instances")) {
            return page(
                    asked,
                    "meetings",
                    held.stream().filter(m -> path.contains("/" + m.get("id") + "/")).toList());
        }
        if (path.endsWith("/participants")) {
            return participants(asked, path);
        }
        return meetings.stream()
                .filter(m -> path.equals("/meetings/" + m.get("id")))
                .findFirst()
                .map(Answer::json)
                .orElse(Answer.of(404, "{\"code\":3001,\"message\":\"Meeting does not exist\"}"));
    }

    private List<Map<String, Object>> within(Asked asked) {
        return held.stream()
                .filter(
                        m -> {
                            var day = String.valueOf(m.get("start_time")).substring(0, 10);
                            return day.compareTo(asked.one("from")) >= 0
                                    && day.compareTo(asked.one("to")) <= 0;
                        })
                .toList();
    }

    private Answer registered(Asked asked, String id) {
        var all = registrants.get(id);
        return all == null
                ? Answer.of(400, "{\"code\":300,\"message\":\"Registration is not enabled\"}")
                : page(
                        asked,
                        "registrants",
                        all.stream()
                                .filter(r -> Objects.equals(r.get("status"), asked.one("status")))
                                .toList());
    }

    private Answer participants(Asked asked, String path) {
        if (path.startsWith("/report/") && !hasReports) {
            return Answer.of(400, "{\"code\":200,\"message\":\"Only for paid accounts\"}");
        }
        var name =
                java.net.URLDecoder.decode(
                        path.replaceFirst("^/(report/|past_)(meetings|webinars)/", "")
                                .replaceFirst("/participants$", ""),
                        java.nio.charset.StandardCharsets.UTF_8);
        return page(asked, "participants", present.getOrDefault(name, List.of()));
    }

    private static Answer page(Asked asked, String name, List<Map<String, Object>> rows) {
        var from = asked.one("next_page_token").isEmpty() ? 0 : asked.number("next_page_token", 0);
        return Answer.json(
                Map.of(
                        "page_size",
                        300,
                        "total_records",
                        rows.size(),
                        "next_page_token",
                        from + 2 < rows.size() ? Integer.toString(from + 2) : "",
                        name,
                        rows.stream().skip(from).limit(2).toList()));
    }

    private static Answer numbered(Asked asked, String name, List<Map<String, Object>> rows) {
        var page = asked.number("page_number", 1);
        return Answer.json(
                Map.of(
                        "page_number",
                        page,
                        "page_count",
                        (rows.size() + 1) / 2,
                        name,
                        rows.stream().skip((page - 1) * 2L).limit(2).toList()));
    }

    private Answer made(Asked asked, String path) {
        var body = asked.json();
        if (path.endsWith("/registrants")) {
            var id = Long.parseLong(path.split("/", -1)[2]);
            registrant(id, "new1", body.path("email").asString(""), "approved");
            return Answer.of(201, "{\"registrant_id\":\"new1\",\"id\":" + id + "}");
        }
        if (body.path("topic").asString("").equals("No")) {
            return Answer.of(400, "{\"code\":300,\"message\":\"The topic is not allowed.\"}");
        }
        var made =
                row(
                        95_000_000_000L + meetings.size(),
                        body.path("topic").asString(""),
                        body.path("type").asInt(0),
                        body.path("start_time").asString(""));
        made.put("created_at", "2031-03-03T10:00:00Z");
        (path.endsWith("/webinars") ? webinars : meetings).add(made);
        return Answer.json(made);
    }
}
