package org.folkmoot.sources.meetup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Meetup's one address, and what is asked there.
record MeetupApi(Line line) {

    static final String GROUP =
            """
            query Group($urlname: String!) {
              groupByUrlname(urlname: $urlname) { id name urlname link description timezone organizer { id name } }
            }
            """;

    static final String MEMBERS =
            """
            query Members($urlname: String!, $first: Int, $after: String) {
              groupByUrlname(urlname: $urlname) { id memberships(first: $first, after: $after) {
                pageInfo { hasNextPage endCursor }
                edges { metadata { joinTime role status } node { id name username email memberUrl city country bio } }
              } }
            }
            """;

    static final String EVENTS =
            """
            query Events($urlname: String!, $first: Int, $after: String, $filter: GroupEventFilter) {
              groupByUrlname(urlname: $urlname) { id events(first: $first, after: $after, filter: $filter, sort: ASC) {
                pageInfo { hasNextPage endCursor }
                edges { node { id title description eventUrl status eventType dateTime endTime createdTime
                  venues { name address city country } eventHosts { member { id name } } } }
              } }
            }
            """;

    static final String RSVPS =
            """
            query Rsvps($eventId: ID!, $first: Int, $after: String) {
              event(id: $eventId) { id rsvps(first: $first, after: $after) {
                pageInfo { hasNextPage endCursor }
                edges { node { id status updated guestsCount isHost member { id name memberUrl } } }
              } }
            }
            """;

    static final String EVENT =
            """
            query Event($eventId: ID!) { event(id: $eventId) { id status eventUrl } }
            """;

    static final String CREATE =
            """
            mutation Create($input: CreateEventInput!) {
              createEvent(input: $input) { event { id eventUrl status } errors { message code field } }
            }
            """;

    static final String PUBLISH =
            """
            mutation Publish($input: PublishEventDraftInput!) {
              publishEventDraft(input: $input) { event { id eventUrl status } errors { message code field } }
            }
            """;

    static final String ANNOUNCE =
            """
            mutation Announce($input: AnnounceEventInput!) {
              announceEvent(input: $input) { event { id eventUrl status } errors { message code field } }
            }
            """;

    JsonNode ask(String query, Map<String, ?> variables) {
        var body = Map.of("query", query.replaceAll("\\s+", " ").strip(), "variables", variables);
        var ask = Ask.of("POST", line.connection().address("base-url"), "").json(body);
        var token = line.connection().secret("token");
        return line.ask(token.map(t -> ask.with("Authorization", "Bearer " + t)).orElse(ask))
                .json()
                .path("data");
    }

    /// A page of a list; the more, the more points it costs.
    JsonNode page(String query, Map<String, ?> variables, int first, String after) {
        var all = new LinkedHashMap<String, Object>(variables);
        all.put("first", first);
        if (!after.isEmpty()) {
            all.put("after", after);
        }
        return ask(query, all);
    }

    /// Empty at the end, also where a page would lead to itself.
    static String next(JsonNode connection, String before) {
        var info = connection.path("pageInfo");
        var next = JsonRows.text(info, "endCursor");
        return info.path("hasNextPage").asBoolean(false) && !next.equals(before) ? next : "";
    }
}
