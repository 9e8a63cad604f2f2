package org.folkmoot.sources.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import tools.jackson.databind.JsonNode;

/// A small account that answers as HubSpot does: pages of two, searches over properties.
final class Crm {

    static final String LEFT = "X-HubSpot-RateLimit-Remaining";

    record Contact(long id, String first, String company, Instant changed, boolean archived) {}

    private static final int PAGE = 2;

    final Map<Long, Contact> contacts = new TreeMap<>();
    final Map<String, List<Long>> lists = new LinkedHashMap<>();
    final List<Map<String, Object>> took = new ArrayList<>();
    final List<Map<String, Object>> notes = new ArrayList<>();
    String companyName = "Acme";
    Instant companyChanged = Instant.parse("2030-01-01T00:00:00Z");
    int left = 90;

    void contact(long id, String first, String changed) {
        contacts.put(id, new Contact(id, first, "7", Instant.parse(changed), false));
    }

    void archive(long id, String at) {
        contacts.computeIfPresent(
                id, (_, c) -> new Contact(id, c.first(), c.company(), Instant.parse(at), true));
    }

    void took(long contact, String state, String at) {
        took.add(
                Map.of(
                        "id",
                        "p" + contact,
                        "createdAt",
                        at,
                        "properties",
                        Map.of(
                                "attendanceState",
                                state,
                                "occurredAt",
                                Instant.parse(at).toEpochMilli()),
                        "associations",
                        Map.of(
                                "contact",
                                Map.of(
                                        "contactId",
                                        Long.toString(contact),
                                        "email",
                                        "c%d@example.org".formatted(contact)))));
    }

    Answer answer(Asked asked) {
        return some(asked)
                .with("X-HubSpot-RateLimit-Max", "100")
                .with("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .with(LEFT, Integer.toString(left));
    }

    private Answer some(Asked asked) {
        return switch (asked.path()) {
            case "/account-info/v3/details" -> Answer.json(Map.of("portalId", 62515));
            case "/crm/v3/objects/contacts" -> listed(asked);
            case "/crm/v3/objects/contacts/search" -> searched(asked.json());
            case "/crm/v3/objects/contacts/batch/read" -> several(asked.json());
            case "/crm/v3/objects/contacts/batch/upsert" ->
                    Answer.json(
                            Map.of("status", "COMPLETE", "results", List.of(Map.of("id", "1"))));
            case "/crm/v3/objects/companies/search" -> companies(asked.json());
            case "/crm/v3/objects/companies/batch/read" ->
                    Answer.json(Map.of("results", List.of(company())));
            case "/crm/v4/associations/companies/contacts/batch/read" ->
                    Answer.json(
                            Map.of(
                                    "results",
                                    List.of(
                                            Map.of(
                                                    "from",
                                                    Map.of("id", "7"),
                                                    "to",
                                                    List.of(
                                                            Map.of(
                                                                    "toObjectId",
                                                                    1,
                                                                    "associationTypes",
                                                                    List.of(
                                                                            Map.of(
                                                                                    "typeId",
                                                                                    2))))))));
            case "/crm/v3/lists/search" -> lists(asked.json());
            case "/marketing/marketing-events/v3" ->
                    Answer.json(
                            Map.of(
                                    "results",
                                    List.of(
                                            Map.of(
                                                    "objectId",
                                                    "900",
                                                    "eventName",
                                                    "Summer meet-up",
                                                    "startDateTime",
                                                    "2030-06-01T18:00:00Z",
                                                    "updatedAt",
                                                    "2030-06-02T00:00:00Z",
                                                    "registrants",
                                                    took.size()))));
            case "/marketing/v3/marketing-events/participations/900/breakdown" -> took(asked);
            case "/crm/v3/objects/notes" -> note(asked.json());
            case "/crm/v3/objects/notes/search" -> Answer.json(Map.of("results", notes));
            default -> other(asked);
        };
    }

    private Answer other(Asked asked) {
        var path = asked.path();
        if (path.startsWith("/crm/v3/objects/contacts/")) {
            var contact = contacts.get(Long.parseLong(path.replaceAll("^.*/", "")));
            return contact == null || contact.archived()
                    ? Answer.of(404, "{\"status\":\"error\",\"message\":\"resource not found\"}")
                    : Answer.json(told(contact));
        }
        if (path.matches("/crm/v3/lists/\\d+/memberships")) {
            var members = lists.get(path.replaceAll("\\D*v3\\D*|/memberships", ""));
            return members == null
                    ? Answer.of(404, "{}")
                    : Answer.json(
                            Map.of(
                                    "results",
                                    members.stream()
                                            .map(id -> Map.of("recordId", Long.toString(id)))
                                            .toList()));
        }
        if (path.endsWith("/memberships/add")) {
            return Answer.json(
                    Map.of("recordIdsMissing", List.of(), "recordsIdsAdded", List.of("1")));
        }
        return Answer.of(404, "{}");
    }

    private Answer listed(Asked asked) {
        var archived = asked.one("archived").equals("true");
        var rows = contacts.values().stream().filter(c -> c.archived() == archived).toList();
        return page(rows.stream().map(this::told).toList(), asked.one("after"));
    }

    private Answer searched(JsonNode body) {
        var rows =
                contacts.values().stream()
                        .filter(c -> !c.archived())
                        .filter(c -> matches(c, body))
                        .map(this::told)
                        .toList();
        return page(rows, body.path("after").asString());
    }

    private static boolean matches(Contact contact, JsonNode body) {
        var filters = body.path("filterGroups").path(0).path("filters");
        return StreamSupport.stream(filters.spliterator(), false)
                .allMatch(
                        f -> {
                            var value = f.path("value").asLong();
                            return f.path("propertyName").asString().equals("hs_object_id")
                                    ? contact.id() > value
                                    : contact.changed().toEpochMilli() >= value;
                        });
    }

    private Answer several(JsonNode body) {
        var ids =
                StreamSupport.stream(body.path("inputs").spliterator(), false)
                        .map(i -> i.path("id").asLong())
                        .toList();
        return Answer.json(
                Map.of(
                        "results",
                        contacts.values().stream()
                                .filter(c -> ids.contains(c.id()) && !c.archived())
                                .map(this::told)
                                .toList()));
    }

    private Answer companies(JsonNode body) {
        var since =
                body.path("filterGroups").path(0).path("filters").path(0).path("value").asLong();
        return Answer.json(
                Map.of(
                        "results",
                        companyChanged.toEpochMilli() >= since ? List.of(company()) : List.of()));
    }

    private Map<String, Object> company() {
        return Map.of(
                "id",
                "7",
                "updatedAt",
                companyChanged.toString(),
                "properties",
                Map.of("name", companyName));
    }

    private Answer lists(JsonNode body) {
        return Answer.json(
                Map.of(
                        "hasMore",
                        false,
                        "offset",
                        body.path("offset").asInt(),
                        "lists",
                        lists.entrySet().stream()
                                .map(
                                        l ->
                                                Map.of(
                                                        "listId",
                                                        l.getKey(),
                                                        "name",
                                                        "List " + l.getKey(),
                                                        "additionalProperties",
                                                        Map.of(
                                                                "hs_list_size",
                                                                Integer.toString(
                                                                        l.getValue().size()))))
                                .toList()));
    }

    private Answer took(Asked asked) {
        return page(took, asked.one("after"));
    }

    private Answer note(JsonNode body) {
        var note =
                Map.<String, Object>of(
                        "id",
                        "55",
                        "properties",
                        Map.of(
                                "hs_note_body",
                                "<div>%s</div>"
                                        .formatted(
                                                body.path("properties")
                                                        .path("hs_note_body")
                                                        .asString())));
        notes.add(note);
        return Answer.json(note);
    }

    private static Answer page(List<? extends Map<String, ?>> rows, String after) {
        int from = after.isEmpty() ? 0 : Integer.parseInt(after);
        var to = Math.min(rows.size(), from + PAGE);
        var body = new LinkedHashMap<String, Object>();
        body.put("total", rows.size());
        body.put("results", rows.subList(Math.min(from, to), to));
        if (to < rows.size()) {
            body.put("paging", Map.of("next", Map.of("after", Integer.toString(to))));
        }
        return Answer.json(body);
    }

    private Map<String, Object> told(Contact contact) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("firstname", contact.first());
        properties.put("lastname", null);
        properties.put("email", "c%d@example.org".formatted(contact.id()));
        properties.put("associatedcompanyid", contact.company());
        properties.put("lastmodifieddate", contact.changed().toString());
        properties.put("createdate", "2029-01-01T00:00:00.000Z");
        var row = new LinkedHashMap<String, Object>();
        row.put("id", Long.toString(contact.id()));
        row.put("properties", properties);
        row.put("createdAt", "2029-01-01T00:00:00.000Z");
        row.put("updatedAt", contact.changed().toString());
        row.put("archived", contact.archived());
        if (contact.archived()) {
            row.put("archivedAt", contact.changed().toString());
        }
        row.put("unheard_of", List.of());
        return row;
    }
}
