package org.folkmoot.sources.hubspot;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.hubspot.HubSpotPulls.Step;
import tools.jackson.databind.JsonNode;

/// Contacts, and the companies that they work for.
record HubSpotPeople(HubSpotApi api, HubSpotAnswers answers) {

    /// A search may not know yet what was changed just now.
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private static final int AT_ONCE = 100;

    /// No search gives more than that; it then goes on behind the highest number.
    private static final int MOST = 10_000;

    Step contacts(At at) {
        var known = at.mark("contacts");
        var page =
                known.isEmpty()
                        ? list(at, false)
                        : api.line()
                                .ask(
                                        search(
                                                HubSpotApi.CONTACTS,
                                                "lastmodifieddate",
                                                known,
                                                at,
                                                api.properties()))
                                .json();
        var rows = page.path("results");
        read(rows);
        var went = at;
        for (var row : rows) {
            went = went.seen(HubSpotAnswers.changed(row));
        }
        var next = HubSpotApi.next(page, at.next());
        if (next.isEmpty()) {
            return new Step(went.markChanges("contacts"), false);
        }
        return known.isEmpty() ? new Step(went.next(next), true) : within(went, rows, next);
    }

    /// @param rows of a search, by rising numbers
    private static Step within(At at, JsonNode rows, String next) {
        if (!next.matches("\\d{1,9}") || Integer.parseInt(next) < MOST) {
            return new Step(at.next(next), true);
        }
        var highest = rows.path(rows.size() - 1).path("id").asString("");
        return new Step(at.after(highest), !highest.isEmpty() && !highest.equals(at.after()));
    }

    private JsonNode list(At at, boolean archived) {
        var ask =
                api.get(HubSpotApi.CONTACTS)
                        .query("limit", Integer.toString(AT_ONCE))
                        .query("properties", String.join(",", api.properties()))
                        .query("archived", archived ? "true" : "")
                        .query("after", at.next());
        return api.line().ask(ask).json();
    }

    private Ask search(String path, String changed, String since, At at, List<String> properties) {
        var filters = new ArrayList<Map<String, String>>();
        filters.add(
                filter(
                        changed,
                        "GTE",
                        Long.toString(Instant.parse(since).minus(AGAIN).toEpochMilli())));
        if (!at.after().isEmpty()) {
            filters.add(filter("hs_object_id", "GT", at.after()));
        }
        var body =
                Map.of(
                        "filterGroups",
                        List.of(Map.of("filters", filters)),
                        "sorts",
                        List.of("hs_object_id"),
                        "properties",
                        properties,
                        "limit",
                        AT_ONCE,
                        "after",
                        at.next().isEmpty() ? "0" : at.next());
        return api.search(path, body);
    }

    private static Map<String, String> filter(String property, String operator, String value) {
        return Map.of("propertyName", property, "operator", operator, "value", value);
    }

    /// Each with the name of the company that it works for, which a contact only gives the number
    /// of.
    void read(JsonNode rows) {
        var wanted =
                StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> text(row.path("properties"), "associatedcompanyid"))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .map(id -> Map.of("id", id))
                        .toList();
        var names = new HashMap<String, String>();
        if (!wanted.isEmpty()) {
            var body =
                    Map.of(
                            "inputs",
                            wanted,
                            "properties",
                            List.of("name", "domain"),
                            "propertiesWithHistory",
                            List.of());
            var reply =
                    api.line()
                            .ask(
                                    api.send("POST", HubSpotApi.COMPANIES + "/batch/read", body)
                                            .allowing(400, 403, 404));
            if (reply.status() < 300) {
                reply.json()
                        .path("results")
                        .forEach(company -> names.put(text(company, "id"), name(company)));
            }
        }
        rows.forEach(row -> answers.contact(row, names));
    }

    private static String name(JsonNode company) {
        var is = company.path("properties");
        return HubSpotAnswers.first(text(is, "name"), text(is, "domain"));
    }

    /// Companies that changed: a contact does not change with the name of its company.
    Step companies(At at) {
        var known = at.mark("companies");
        if (known.isEmpty()) {
            return new Step(at.markChanges("companies"), false);
        }
        var reply =
                api.line()
                        .ask(
                                search(
                                                HubSpotApi.COMPANIES,
                                                "hs_lastmodifieddate",
                                                known,
                                                at,
                                                List.of("name", "domain"))
                                        .allowing(403));
        if (reply.status() >= 300) {
            return new Step(at, false);
        }
        var page = reply.json();
        employees(page.path("results"));
        var went = at;
        for (var row : page.path("results")) {
            went = went.seen(Dates.USUAL.read(text(row, "updatedAt")));
        }
        var next = HubSpotApi.next(page, at.next());
        return next.isEmpty()
                ? new Step(went.markChanges("companies"), false)
                : within(went, page.path("results"), next);
    }

    void employees(JsonNode companies) {
        var byId = new HashMap<String, JsonNode>();
        companies.forEach(row -> byId.put(text(row, "id"), row));
        if (byId.isEmpty()) {
            return;
        }
        var inputs = byId.keySet().stream().map(id -> Map.of("id", id)).toList();
        var reply =
                api.line()
                        .ask(
                                api.send(
                                                "POST",
                                                "/crm/v4/associations/companies/contacts/batch/read",
                                                Map.of("inputs", inputs))
                                        .allowing(403, 404));
        if (reply.status() >= 300) {
            return;
        }
        for (var row : reply.json().path("results")) {
            var company = byId.get(text(row.path("from"), "id"));
            for (var to : row.path("to")) {
                if (company != null && primary(to)) {
                    answers.worksFor(
                            text(to, "toObjectId"),
                            name(company),
                            Dates.USUAL.read(text(company, "updatedAt")));
                }
            }
        }
    }

    /// A contact may have to do with several companies and works for the one called primary.
    private static boolean primary(JsonNode to) {
        var types = to.path("associationTypes");
        return types.isEmpty()
                || StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(type -> type.path("typeId").asInt(0) == 2);
    }

    /// What was deleted since it was last looked for.
    Step archived(At at) {
        var known = at.mark("archived");
        if (known.isEmpty()) {
            return new Step(at.mark("archived", api.line().now().toString()), false);
        }
        var page = list(at, true);
        var since = Instant.parse(known).minus(AGAIN);
        for (var row : page.path("results")) {
            var gone = Dates.USUAL.read(text(row, "archivedAt"));
            if (gone == null || gone.isAfter(since)) {
                answers.gone(text(row, "id"), gone == null ? api.line().now() : gone);
            }
        }
        var next = HubSpotApi.next(page, at.next());
        return next.isEmpty()
                ? new Step(at.mark("archived", String.valueOf(at.began())), false)
                : new Step(at.next(next), true);
    }
}
