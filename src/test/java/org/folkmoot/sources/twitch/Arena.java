package org.folkmoot.sources.twitch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small channel that answers as Twitch does, two rows a page.
final class Arena {

    final List<JsonNode> followers = new ArrayList<>();
    final List<JsonNode> videos = new ArrayList<>();
    final List<JsonNode> clips = new ArrayList<>();
    final List<JsonNode> bans = new ArrayList<>();
    final List<JsonNode> subscriptions = new ArrayList<>();
    final List<JsonNode> segments = new ArrayList<>();
    final Set<String> closed = new TreeSet<>();
    boolean live;
    boolean signedIn = true;
    int left = 800;

    Answer answer(Asked asked) {
        left--;
        return body(asked)
                .with("Ratelimit-Limit", "800")
                .with("Ratelimit-Remaining", Integer.toString(left))
                .with("Ratelimit-Reset", "1930298460"); // 2031-03-03T10:01:00Z
    }

    private Answer body(Asked asked) {
        if (asked.headers().getOrDefault("client-id", "").isEmpty()) {
            return refusal(401, "Client ID is missing");
        }
        if (closed.contains(asked.path())) {
            return refusal(401, "Missing scope");
        }
        return switch (asked.method() + " " + asked.path()) {
            case "GET /users" -> users(asked);
            case "GET /channels/followers" -> page(asked, followers);
            case "GET /subscriptions" ->
                    page(
                            asked,
                            List.of(
                                    json(
                                            "{'user_id':'2','user_login':'bob','user_name':'Bob','tier':'1000'}")));
            case "GET /streams" ->
                    page(
                            asked,
                            live
                                    ? List.of(
                                            json(
                                                    "{'id':'s1','title':'Live now','game_name':'Chess','viewer_count':7,'started_at':'2031-03-03T09:00:00Z'}"))
                                    : List.of());
            case "GET /chat/chatters" ->
                    page(
                            asked,
                            List.of(json("{'user_id':'3','user_login':'eve','user_name':'Eve'}")));
            case "GET /videos" -> page(asked, videos);
            case "GET /clips" -> page(asked, clips(asked));
            case "GET /moderation/banned" -> page(asked, bans);
            case "GET /moderation/moderators" ->
                    page(
                            asked,
                            List.of(json("{'user_id':'4','user_login':'mo','user_name':'Mo'}")));
            case "GET /eventsub/subscriptions" -> page(asked, subscriptions);
            case "POST /eventsub/subscriptions" -> subscribe(asked);
            case "POST /chat/messages" ->
                    Answer.json(
                            Map.of("data", List.of(Map.of("message_id", "m9", "is_sent", true))));
            case "POST /moderation/bans" -> Answer.json(Map.of("data", List.of()));
            case "POST /schedule/segment" -> plan(asked);
            case "GET /schedule" ->
                    segments.isEmpty()
                            ? refusal(404, "segments were not found")
                            : Answer.json(
                                    Map.of(
                                            "data",
                                            Map.of(
                                                    "segments",
                                                    segments,
                                                    "broadcaster_login",
                                                    "moot")));
            case "POST /chat/announcements", "DELETE /moderation/bans", "DELETE /moderation/chat" ->
                    Answer.of(204, "");
            case "DELETE /eventsub/subscriptions" ->
                    subscriptions.removeIf(s -> s.path("id").asString("").equals(asked.one("id")))
                            ? Answer.of(204, "")
                            : refusal(404, "Not Found");
            default -> refusal(404, "Not Found");
        };
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    static Answer refusal(int status, String message) {
        var body = Map.of("error", "No", "status", status, "message", message);
        return Answer.of(status, JsonMapper.shared().writeValueAsString(body));
    }

    private Answer users(Asked asked) {
        if (asked.one("login").isEmpty() && !signedIn) {
            return refusal(400, "Missing required parameter \"id\" or \"login\"");
        }
        var login = asked.one("login");
        return switch (login) {
            case "moot" ->
                    Answer.json(
                            Map.of(
                                    "data",
                                    List.of(
                                            json(
                                                    "{'id':'1','login':'moot','display_name':'Moot','description':'','created_at':'2030-01-01T00:00:00Z'}"))));
            case "" ->
                    Answer.json(
                            Map.of(
                                    "data",
                                    List.of(json("{'id':'4','login':'mo','display_name':'Mo'}"))));
            default -> Answer.json(Map.of("data", List.of()));
        };
    }

    private List<JsonNode> clips(Asked asked) {
        return clips.stream()
                .filter(
                        c ->
                                c.path("created_at").asString("").compareTo(asked.one("started_at"))
                                                >= 0
                                        && c.path("created_at")
                                                        .asString("")
                                                        .compareTo(asked.one("ended_at"))
                                                < 0)
                .toList();
    }

    private static Answer page(Asked asked, List<JsonNode> all) {
        int from = asked.one("after").isEmpty() ? 0 : Integer.parseInt(asked.one("after"));
        var body = new LinkedHashMap<String, Object>();
        body.put("data", all.stream().skip(from).limit(2).toList());
        body.put("total", all.size());
        body.put("points", null);
        body.put(
                "pagination",
                from + 2 < all.size() ? Map.of("cursor", Integer.toString(from + 2)) : Map.of());
        return Answer.json(body);
    }

    private Answer subscribe(Asked asked) {
        var wish = asked.json();
        if (closed.contains(wish.path("type").asString(""))) {
            return refusal(403, "subscription missing proper authorization");
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("id", "e" + subscriptions.size());
        row.put("status", "webhook_callback_verification_pending");
        row.put("type", wish.path("type"));
        row.put("condition", wish.path("condition"));
        row.put("transport", wish.path("transport"));
        subscriptions.add(JsonMapper.shared().valueToTree(row));
        return Answer.of(202, JsonMapper.shared().writeValueAsString(Map.of("data", List.of(row))));
    }

    private Answer plan(Asked asked) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", "seg1");
        row.put("title", asked.json().path("title"));
        row.put("start_time", asked.json().path("start_time"));
        segments.add(JsonMapper.shared().valueToTree(row));
        return Answer.json(
                Map.of("data", Map.of("segments", segments, "broadcaster_login", "moot")));
    }
}
