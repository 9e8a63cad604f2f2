package org.folkmoot.sources.hubspot;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.hubspot.At.Item;
import org.folkmoot.sources.hubspot.HubSpotPulls.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Lists with their members and marketing events with who took part. An app that may not see them
/// has none.
record HubSpotGroups(HubSpotApi api, HubSpotAnswers answers) {

    private static final int LISTS_AT_ONCE = 100;
    private static final String MEMBERS_AT_ONCE = "250";
    private static final String EVENTS_AT_ONCE = "100";
    private static final String SIZE = "hs_list_size";

    private JsonNode ask(Ask ask) {
        var reply = api.line().ask(ask.allowing(403, 404));
        return reply.status() < 300 ? reply.json() : MissingNode.getInstance();
    }

    /// Lists of contacts. One is read again when its size changed, and once a day.
    Step lists(At at) {
        int offset = at.next().isEmpty() ? 0 : Integer.parseInt(at.next());
        var page =
                ask(
                        api.send(
                                "POST",
                                HubSpotApi.LISTS + "/search",
                                Map.of(
                                        "offset",
                                        offset,
                                        "count",
                                        LISTS_AT_ONCE,
                                        "objectTypeId",
                                        "0-1",
                                        "additionalProperties",
                                        List.of(SIZE))));
        var wanted = api.line().connection().list("lists");
        var today = LocalDate.ofInstant(api.line().now(), ZoneOffset.UTC);
        var changed = new ArrayList<Item>();
        for (var row : page.path("lists")) {
            var id = text(row, "listId");
            var name = text(row, "name");
            var state = text(row.path("additionalProperties"), SIZE) + " " + today;
            if (!id.isEmpty()
                    && (wanted.isEmpty() || wanted.contains(id) || wanted.contains(name))
                    && !state.equals(at.mark("list/" + id))) {
                changed.add(new Item(id, name.isEmpty() ? id : name, state));
            }
        }
        var further = page.path("hasMore").asBoolean(false) && !page.path("lists").isEmpty();
        var went = at.with(changed);
        return further
                ? new Step(went.next(Integer.toString(offset + page.path("lists").size())), true)
                : new Step(went, false);
    }

    Step members(At at) {
        if (at.queue().isEmpty()) {
            return new Step(at, false);
        }
        var list = at.queue().getFirst();
        var page =
                ask(
                        api.get(HubSpotApi.LISTS + "/" + Ask.part(list.id()) + "/memberships")
                                .query("limit", MEMBERS_AT_ONCE)
                                .query("after", at.next()));
        for (var row : page.path("results")) {
            var id = row.isValueNode() ? row.asString("") : text(row, "recordId");
            if (!id.isEmpty()) {
                answers.listed(id, list.name());
            }
        }
        return queued(at, page, "list/");
    }

    /// The page's end is the end of the first in the queue.
    private static Step queued(At at, JsonNode page, String kind) {
        var next = HubSpotApi.next(page, at.next());
        return next.isEmpty()
                ? new Step(at.done(kind), at.queue().size() > 1)
                : new Step(at.next(next), true);
    }

    /// The event itself changes with how many came.
    Step events(At at) {
        var page =
                ask(
                        api.get("/marketing/marketing-events/v3")
                                .query("limit", EVENTS_AT_ONCE)
                                .query("after", at.next()));
        var changed = new ArrayList<Item>();
        for (var row : page.path("results")) {
            var id = HubSpotAnswers.eventId(row);
            var state =
                    String.join(
                            " ",
                            text(row, "updatedAt"),
                            text(row, "registrants"),
                            text(row, "attendees"),
                            text(row, "cancellations"),
                            text(row, "noShows"));
            if (!id.isEmpty() && wanted(row) && !state.equals(at.mark("event/" + id))) {
                answers.event(row);
                changed.add(new Item(id, text(row, "eventName"), state));
            }
        }
        var next = HubSpotApi.next(page, at.next());
        var went = at.with(changed);
        return next.isEmpty() ? new Step(went, false) : new Step(went.next(next), true);
    }

    /// Whether it is not further back than history is wanted.
    private boolean wanted(JsonNode event) {
        var starts = Dates.USUAL.read(text(event, "startDateTime"));
        return starts == null || !starts.isBefore(api.line().connection().since());
    }

    Step participants(At at) {
        if (at.queue().isEmpty()) {
            return new Step(at, false);
        }
        var event = at.queue().getFirst();
        var page =
                ask(
                        api.get(
                                        HubSpotApi.EVENTS
                                                + "/participations/"
                                                + Ask.part(event.id())
                                                + "/breakdown")
                                .query("limit", EVENTS_AT_ONCE)
                                .query("after", at.next()));
        page.path("results").forEach(row -> answers.participation(row, event));
        return queued(at, page, "event/");
    }
}
