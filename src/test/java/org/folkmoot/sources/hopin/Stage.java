package org.folkmoot.sources.hopin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;

/// One organisation that answers as RingCentral Events is seen to do: as JSON:API has it, or plain.
final class Stage {

    private final boolean plain;
    final List<Map<String, Object>> events = new ArrayList<>();
    final List<Map<String, Object>> registrations = new ArrayList<>();
    int tokens;

    Stage(boolean plain) {
        this.plain = plain;
    }

    Map<String, Object> event(String id, String name, String status, String starts, String ends) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("name", name);
        row.put("description", "About " + name);
        row.put("status", status);
        row.put(plain ? "start_at" : "timeStart", starts);
        row.put(plain ? "end_at" : "timeEnd", ends);
        row.put(plain ? "organization_id" : "organizationId", "org1");
        row.put(plain ? "updated_at" : "updatedAt", "2030-01-01T00:00:00Z");
        row.put("banner", null);
        events.add(row);
        return row;
    }

    Map<String, Object> registration(String id, String event, String email, String status) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put(plain ? "event_id" : "eventId", event);
        row.put("status", status);
        row.put("email", email);
        row.put(plain ? "first_name" : "firstName", "Grace");
        row.put(plain ? "last_name" : "lastName", "Hopper");
        row.put(plain ? "created_at" : "createdAt", "2030-02-01T00:00:00Z");
        row.put(plain ? "updated_at" : "updatedAt", "2030-02-01T00:00:00Z");
        registrations.add(row);
        return row;
    }

    Answer answer(Asked asked) {
        var path = asked.path();
        if (path.equals("/v1/auth/token")) {
            tokens++;
            return Answer.json(Map.of("access_token", "access-" + tokens, "expires_in", 3600));
        }
        var parts = path.split("/", -1);
        if (asked.method().equals("POST")) {
            return made(asked, parts[3]);
        }
        if (path.equals("/v1/organizations")) {
            return page(asked, "organization", List.of(Map.of("id", "org1", "name", "Lantern")));
        }
        if (path.equals("/v1/organizations/org1/events")) {
            return page(asked, "event", events);
        }
        if (path.endsWith("/registrations")) {
            return page(asked, "registration", of(parts[3]));
        }
        if (path.endsWith("/sessions")) {
            return parts[3].equals("evt1")
                    ? page(
                            asked,
                            "session",
                            List.of(
                                    Map.of(
                                            "id",
                                            "ses1",
                                            "name",
                                            "Opening",
                                            "start_at",
                                            "2020-06-01T18:00:00Z")))
                    : Answer.of(404, "{\"message\":\"Not found\"}");
        }
        return one(path.contains("/registrations/") ? registrations : events, parts);
    }

    private List<Map<String, Object>> of(String event) {
        return registrations.stream()
                .filter(r -> event.equals(r.get(plain ? "event_id" : "eventId")))
                .toList();
    }

    private Answer one(List<Map<String, Object>> rows, String[] parts) {
        return rows.stream()
                .filter(r -> parts[3].equals(r.get("id")))
                .findFirst()
                .map(r -> Answer.json(plain ? r : Map.of("data", wrapped("thing", r))))
                .orElse(Answer.of(404, "{\"message\":\"Not found\"}"));
    }

    private Map<String, Object> wrapped(String type, Map<String, Object> row) {
        if (plain) {
            return row;
        }
        var attributes = new LinkedHashMap<>(row);
        var id = attributes.remove("id");
        return Map.of("type", type, "id", String.valueOf(id), "attributes", attributes);
    }

    private Answer page(Asked asked, String type, List<Map<String, Object>> rows) {
        var page = asked.number("page", 1);
        var all = (rows.size() + 1) / 2;
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "data",
                rows.stream().skip((page - 1) * 2L).limit(2).map(r -> wrapped(type, r)).toList());
        if (plain) {
            body.put("pagination", Map.of("page", page, "per_page", 2, "total_pages", all));
        } else {
            var links = new LinkedHashMap<String, Object>();
            links.put(
                    "next",
                    page < all
                            ? Map.of("href", "https://elsewhere.example/v1/x?page=" + (page + 1))
                            : null);
            body.put("links", links);
        }
        return Answer.json(body);
    }

    private Answer made(Asked asked, String event) {
        var email = asked.json().path("data").path("attributes").path("email").asString("");
        if (email.startsWith("no@")) {
            return Answer.of(422, "{\"error\":\"invalid\",\"message\":\"No tickets left.\"}");
        }
        return Answer.json(
                wrapped("registration", registration("reg9", event, email, "confirmed")));
    }
}
