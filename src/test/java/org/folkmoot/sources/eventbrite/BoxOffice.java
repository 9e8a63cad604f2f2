package org.folkmoot.sources.eventbrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;

/// A small box office that answers as Eventbrite does, two things a page.
final class BoxOffice {

    final List<Map<String, Object>> events = new ArrayList<>();
    final List<Map<String, Object>> attendees = new ArrayList<>();
    final List<Map<String, Object>> orders = new ArrayList<>();
    final List<Map<String, Object>> venues = new ArrayList<>();
    final List<Map<String, Object>> hooks = new ArrayList<>();
    final List<Map<String, Object>> tickets = new ArrayList<>();
    int used = 20;

    Map<String, Object> event(String id, String name, String status, String start, String end) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("name", Map.of("text", name, "html", "<b>" + name + "</b>"));
        row.put("description", Map.of("html", "<p>About " + name + "</p>"));
        row.put("start", Map.of("timezone", "Europe/Berlin", "utc", start));
        row.put("end", Map.of("timezone", "Europe/Berlin", "utc", end));
        row.put("created", "2030-01-01T00:00:00Z");
        row.put("changed", "2030-01-02T00:00:00Z");
        row.put("status", status);
        row.put("url", "https://www.eventbrite.example/e/" + id);
        row.put("organization_id", "11");
        row.put("organizer_id", "55");
        row.put("organizer", Map.of("id", "55", "name", "Lantern Society"));
        row.put("venue", Map.of("name", "Town hall", "unheard_of", List.of()));
        row.put("logo", null);
        events.add(row);
        return row;
    }

    Map<String, Object> attendee(String id, String event, String email, String status) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("event_id", event);
        row.put("order_id", "9" + id);
        row.put("created", "2030-02-01T10:00:00Z");
        row.put("changed", "2030-02-01T10:00:00Z");
        row.put("status", status);
        row.put("cancelled", false);
        row.put("refunded", false);
        row.put("checked_in", status.equals("Checked In"));
        row.put(
                "profile",
                email.isEmpty() ? Map.of() : Map.of("name", "Name of " + email, "email", email));
        row.put(
                "barcodes",
                List.of(
                        Map.of(
                                "status",
                                status.equals("Checked In") ? "used" : "unused",
                                "changed",
                                "2030-06-01T18:01:00Z")));
        row.put("team", null);
        attendees.add(row);
        return row;
    }

    Map<String, Object> order(String id, String event, String email, String status) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("event_id", event);
        row.put("name", "Name of " + email);
        row.put("email", email);
        row.put("status", status);
        row.put("created", "2030-02-01T09:59:00Z");
        row.put("changed", "2030-02-01T09:59:00Z");
        orders.add(row);
        return row;
    }

    Answer answer(Asked asked) {
        return told(asked)
                .with(
                        "x-rate-limit",
                        "token:ABC %d/2000 reset=3530s, key:DEF 12/2000 reset=60s"
                                .formatted(used++));
    }

    private Answer told(Asked asked) {
        var path = asked.path();
        var parts = path.split("/", -1);
        if (!path.endsWith("/")) {
            return Answer.of(301, "");
        }
        if (asked.method().equals("POST")) {
            return made(asked, parts);
        }
        if (asked.method().equals("DELETE")) {
            var was = hooks.removeIf(hook -> parts[2].equals(hook.get("id")));
            return was ? Answer.json(Map.of("success", true)) : Answer.of(404, "{}");
        }
        return switch (path) {
            case "/users/me/" -> Answer.json(Map.of("id", "1", "name", "Ada"));
            case "/users/me/organizations/" ->
                    page(asked, "organizations", List.of(Map.of("id", "11", "name", "Lantern")));
            case "/organizations/11/events/" -> page(asked, "events", events);
            case "/organizations/11/venues/" -> page(asked, "venues", venues);
            case "/organizations/11/webhooks/" -> page(asked, "webhooks", hooks);
            default ->
                    path.matches("/events/\\d+/(attendees|orders|ticket_classes)/")
                            ? list(asked, parts)
                            : one(parts);
        };
    }

    private Answer list(Asked asked, String[] parts) {
        var all =
                switch (parts[3]) {
                    case "attendees" -> attendees;
                    case "orders" -> whole();
                    default -> tickets;
                };
        var since = asked.one("changed_since");
        return page(
                asked,
                parts[3],
                all.stream()
                        .filter(row -> parts[2].equals(row.getOrDefault("event_id", parts[2])))
                        .filter(row -> since.isEmpty() || changed(row).compareTo(since) >= 0)
                        .toList());
    }

    private static String changed(Map<String, Object> row) {
        return String.valueOf(row.get("changed"));
    }

    private List<Map<String, Object>> whole() {
        return orders.stream().map(this::with).toList();
    }

    private Map<String, Object> with(Map<String, Object> order) {
        var more = new LinkedHashMap<>(order);
        more.put(
                "attendees",
                attendees.stream()
                        .filter(a -> String.valueOf(order.get("id")).equals(a.get("order_id")))
                        .toList());
        return more;
    }

    private Answer one(String[] parts) {
        var rows = parts.length == 6 ? attendees : parts[1].equals("orders") ? whole() : events;
        return rows.stream()
                .filter(row -> parts[parts.length - 2].equals(row.get("id")))
                .findFirst()
                .map(Answer::json)
                .orElse(Answer.of(404, "{\"error\":\"NOT_FOUND\"}"));
    }

    private Answer page(Asked asked, String name, List<Map<String, Object>> rows) {
        var from = asked.one("continuation").isEmpty() ? 0 : asked.number("continuation", 0);
        var more = from + 2 < rows.size();
        var pagination = new LinkedHashMap<String, Object>();
        pagination.put("object_count", rows.size());
        pagination.put("page_number", from / 2 + 1);
        pagination.put("has_more_items", more);
        if (more) {
            pagination.put("continuation", Integer.toString(from + 2));
        }
        return Answer.json(
                Map.of("pagination", pagination, name, rows.stream().skip(from).limit(2).toList()));
    }

    private Answer made(Asked asked, String[] parts) {
        var body = asked.json();
        var id = Integer.toString(900 + events.size());
        return switch (parts[3]) {
            case "events" -> {
                if (body.path("event").path("currency").asString("").isEmpty()) {
                    yield Answer.of(
                            400,
                            "{\"error\":\"ARGUMENTS_ERROR\",\"error_description\":\"There is no currency.\"}");
                }
                var made =
                        event(
                                id,
                                body.path("event").path("name").path("html").asString(""),
                                "draft",
                                body.path("event").path("start").path("utc").asString(""),
                                body.path("event").path("end").path("utc").asString(""));
                made.put("created", "2031-03-03T10:00:00Z");
                yield Answer.json(made);
            }
            case "venues" -> {
                venues.add(
                        Map.of("id", "77", "name", body.path("venue").path("name").asString("")));
                yield Answer.json(venues.getLast());
            }
            case "webhooks" -> {
                hooks.add(
                        Map.of(
                                "id",
                                Integer.toString(40 + hooks.size()),
                                "endpoint_url",
                                body.path("endpoint_url").asString("")));
                yield Answer.json(hooks.getLast());
            }
            case "ticket_classes" -> {
                tickets.add(Map.of("id", "1"));
                yield Answer.json(tickets.getLast());
            }
            case "publish" -> {
                events.stream()
                        .filter(e -> parts[2].equals(e.get("id")))
                        .forEach(e -> e.put("status", "live"));
                yield Answer.json(Map.of("published", true));
            }
            default -> Answer.of(404, "{}");
        };
    }
}
