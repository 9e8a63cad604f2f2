package org.folkmoot.sources.meetup;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Events as drafts, then published, then announced to the group's members. Meetup has no key that
/// would keep a second draft away, so whoever is unsure looks first.
record MeetupActs() implements Acting {

    private static final int LOOK_AT = 50;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    @Override
    public Set<Act.What> does() {
        return Set.of(Act.What.EVENT, Act.What.PUBLISH);
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new MeetupApi(line);
        return act.what() == Act.What.EVENT ? create(api, act) : publish(api, act);
    }

    /// The group of the act, else the first of the settings.
    private static String group(Line line, Act act) {
        return act.target().isBlank()
                ? line.connection().list("groups").getFirst()
                : act.target().strip();
    }

    private static Instant starts(Act act) {
        return time(act, "starts").truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant time(Act act, String name) {
        try {
            return Instant.parse(act.more(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Meetup must know when it %s, such as 2027-03-01T18:00:00Z.".formatted(name));
        }
    }

    private static Done create(MeetupApi api, Act act) {
        var group = group(api.line(), act);
        var input = new LinkedHashMap<String, Object>();
        input.put("groupUrlname", group);
        input.put("title", act.title());
        input.put("description", act.text());
        input.put("startDateTime", local(api, group, act));
        var lasts =
                act.more("ends").isEmpty()
                        ? Duration.ofHours(2)
                        : Duration.between(starts(act), time(act, "ends"));
        input.put("duration", "PT%dM".formatted(Math.max(1, lasts.toMinutes())));
        if (act.more("place").matches("\\d{1,15}|online")) {
            input.put("venueId", act.more("place"));
        } else if (act.more("place").isBlank()) {
            input.put("venueId", "online");
        } else {
            input.put("howToFindUs", act.more("place"));
        }
        input.put("publishStatus", "DRAFT");
        return done(good(api.ask(MeetupApi.CREATE, Map.of("input", input)).path("createEvent")));
    }

    /// Meetup wants it as the group's clocks show it.
    private static String local(MeetupApi api, String group, Act act) {
        var answer = api.ask(MeetupApi.GROUP, Map.of("urlname", group)).path("groupByUrlname");
        var zone = text(answer, "timezone");
        try {
            var there = ZoneId.of(zone.isEmpty() ? "UTC" : zone);
            return CLOCK.format(LocalDateTime.ofInstant(starts(act), there));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The group's time zone at Meetup, %s, is none that is known here."
                            .formatted(zone));
        }
    }

    /// A draft is published; what is published is announced.
    private static Done publish(MeetupApi api, Act act) {
        var id = act.target().replaceFirst("^event/", "");
        var event = api.ask(MeetupApi.EVENT, Map.of("eventId", id)).path("event");
        if (text(event, "id").isEmpty()) {
            throw new IllegalArgumentException("Meetup does not know this event.");
        }
        var input = Map.of("input", Map.of("eventId", id));
        var said =
                text(event, "status").equals("DRAFT")
                        ? api.ask(MeetupApi.PUBLISH, input).path("publishEventDraft")
                        : api.ask(MeetupApi.ANNOUNCE, input).path("announceEvent");
        good(said);
        return done(event);
    }

    /// A publication is seen at the event; whether it was announced Meetup does not tell, and
    /// members are better told once too few than twice.
    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new MeetupApi(line);
        if (act.what() == Act.What.PUBLISH) {
            var id = act.target().replaceFirst("^event/", "");
            var event = api.ask(MeetupApi.EVENT, Map.of("eventId", id)).path("event");
            return text(event, "status").equals("DRAFT")
                    ? Optional.empty()
                    : Optional.of(done(event));
        }
        var filter = Map.of("status", List.of("DRAFT", "ACTIVE"));
        var asked = Map.of("urlname", group(line, act), "filter", filter);
        for (var next = ""; ; ) {
            var list =
                    api.page(MeetupApi.EVENTS, asked, LOOK_AT, next)
                            .path("groupByUrlname")
                            .path("events");
            for (var edge : list.path("edges")) {
                var event = edge.path("node");
                var made = JsonTimes.at(event, "createdTime");
                if (text(event, "title").strip().equals(act.title().strip())
                        && starts(act).equals(JsonTimes.at(event, "dateTime"))
                        && (made == null || !made.isBefore(act.at().minusSeconds(60)))) {
                    return Optional.of(done(event));
                }
            }
            next = MeetupApi.next(list, next);
            if (next.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static JsonNode good(JsonNode payload) {
        var errors = payload.path("errors");
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    "Meetup did not take it: %s"
                            .formatted(
                                    StreamSupport.stream(errors.spliterator(), false)
                                            .map(error -> text(error, "message"))
                                            .collect(Collectors.joining(" "))));
        }
        return payload.path("event");
    }

    private static Done done(JsonNode event) {
        return new Done("event/" + text(event, "id"), text(event, "eventUrl"));
    }
}
