package org.folkmoot.sources.meetup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import tools.jackson.databind.JsonNode;

/// One group that answers as Meetup does, two things a page.
final class Town {

    final List<Map<String, Object>> events = new ArrayList<>();
    final List<Map<String, Object>> members = new ArrayList<>();
    final Map<String, List<Map<String, Object>>> rsvps = new LinkedHashMap<>();
    final List<String> announced = new ArrayList<>();
    int tokens;

    Map<String, Object> event(String id, String title, String status, String at) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("title", title);
        row.put("description", "About **" + title + "**");
        row.put("eventUrl", "https://www.meetup.example/lantern/events/" + id);
        row.put("status", status);
        row.put("eventType", "PHYSICAL");
        row.put("dateTime", at);
        row.put("endTime", null);
        row.put("createdTime", "2030-01-01T00:00:00Z");
        row.put("venues", List.of(Map.of("name", "Library", "city", "Berlin")));
        row.put("eventHosts", List.of(Map.of("member", Map.of("id", "1", "name", "Ada"))));
        events.add(row);
        return row;
    }

    void member(String id, String name, String joined) {
        members.add(
                Map.of(
                        "metadata",
                        Map.of("joinTime", joined, "role", "MEMBER", "status", "ACTIVE"),
                        "node",
                        Map.of("id", id, "name", name, "city", "Berlin", "country", "de")));
    }

    Map<String, Object> rsvp(String event, String member, String status, String at) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", event + "!" + member);
        row.put("status", status);
        row.put("updated", at);
        row.put("guestsCount", 1);
        row.put(
                "member",
                member.isEmpty() ? null : Map.of("id", member, "name", "Member " + member));
        rsvps.computeIfAbsent(event, _ -> new ArrayList<>()).add(row);
        return row;
    }

    Answer answer(Asked asked) {
        if (asked.path().equals("/oauth2/access")) {
            tokens++;
            return Answer.json(
                    Map.of(
                            "access_token", "access-" + tokens,
                            "refresh_token", "refresh-" + tokens,
                            "expires_in", 3600));
        }
        var body = asked.json();
        var query = body.path("query").asString("");
        var given = body.path("variables");
        if (query.startsWith("mutation")) {
            return changed(query, given.path("input"));
        }
        if (query.contains("memberships(")) {
            return data("groupByUrlname", Map.of("id", "9", "memberships", page(members, given)));
        }
        if (query.contains("events(")) {
            var from = given.path("filter").path("afterDateTime").asString("");
            var wanted = given.path("filter").path("status").toString();
            var chosen =
                    events.stream()
                            .filter(e -> wanted.contains("\"" + e.get("status") + "\""))
                            .filter(e -> String.valueOf(e.get("dateTime")).compareTo(from) >= 0)
                            .map(e -> Map.<String, Object>of("node", e))
                            .toList();
            return data("groupByUrlname", Map.of("id", "9", "events", page(chosen, given)));
        }
        if (query.contains("rsvps(")) {
            var all =
                    rsvps.getOrDefault(given.path("eventId").asString(""), List.of()).stream()
                            .map(r -> Map.<String, Object>of("node", r))
                            .toList();
            return data("event", Map.of("rsvps", page(all, given)));
        }
        if (query.contains("event(id:")) {
            return data("event", one(given.path("eventId").asString("")));
        }
        return given.path("urlname").asString("").equals("lantern")
                ? data(
                        "groupByUrlname",
                        Map.of(
                                "id", "9",
                                "urlname", "lantern",
                                "name", "Lantern",
                                "timezone", "Europe/Berlin",
                                "link", "https://www.meetup.example/lantern"))
                : Answer.of(200, "{\"data\":{\"groupByUrlname\":null}}");
    }

    private Map<String, Object> one(String id) {
        return events.stream()
                .filter(e -> id.equals(e.get("id")))
                .findFirst()
                .orElse(new LinkedHashMap<>());
    }

    private static Answer data(String name, Object value) {
        return Answer.json(Map.of("data", Map.of(name, value)));
    }

    private static Map<String, Object> page(List<Map<String, Object>> all, JsonNode given) {
        var after = given.path("after").asString("");
        var from = after.isEmpty() ? 0 : Integer.parseInt(after);
        return Map.of(
                "totalCount",
                all.size(),
                "pageInfo",
                Map.of(
                        "hasNextPage",
                        from + 2 < all.size(),
                        "endCursor",
                        Integer.toString(from + 2)),
                "edges",
                all.stream().skip(from).limit(2).toList());
    }

    private Answer changed(String query, JsonNode input) {
        if (query.contains("createEvent(")) {
            if (input.path("title").asString("").equals("No")) {
                return data(
                        "createEvent",
                        Map.of("errors", List.of(Map.of("message", "Title is too short."))));
            }
            var made =
                    event(
                            "77",
                            input.path("title").asString(""),
                            "DRAFT",
                            input.path("startDateTime").asString("") + "+02:00");
            made.put("createdTime", "2031-03-03T10:00:00Z");
            return data("createEvent", Map.of("event", made, "errors", List.of()));
        }
        var one = one(input.path("eventId").asString(""));
        if (query.contains("publishEventDraft(")) {
            one.put("status", "ACTIVE");
            return data("publishEventDraft", Map.of("event", one, "errors", List.of()));
        }
        announced.add(String.valueOf(one.get("id")));
        return data("announceEvent", Map.of("event", one, "errors", List.of()));
    }
}
