package org.folkmoot.sources.eventbrite;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Events as drafts, and their publication. Eventbrite has no key that would keep a second draft
/// away, so whoever is unsure looks first; publishing again changes nothing.
record EventbriteActs() implements Acting {

    private static final int[] REFUSALS = {400, 404, 409};

    /// How many free tickets an event gets that has none of any kind when it is published.
    private static final int TICKETS = 100;

    @Override
    public Set<Act.What> does() {
        return Set.of(Act.What.EVENT, Act.What.PUBLISH);
    }

    @Override
    public boolean twice(Act act) {
        return act.what() == Act.What.PUBLISH;
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new EventbriteApi(line);
        return act.what() == Act.What.EVENT ? create(api, act) : publish(api, act);
    }

    /// Those of the settings, or all that the token knows.
    static List<String> organizations(EventbriteApi api) {
        var wanted = api.line().connection().list("organizations");
        var all = new ArrayList<String>();
        for (var row :
                api.line().ask(api.get("/users/me/organizations/")).json().path("organizations")) {
            var id = text(row, "id");
            if (wanted.isEmpty() || wanted.contains(id) || wanted.contains(text(row, "name"))) {
                all.add(id);
            }
        }
        return all;
    }

    private static String organization(EventbriteApi api, Act act) {
        return act.target().matches("\\d{1,20}")
                ? act.target()
                : organizations(api).stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "The token has no organisation."));
    }

    private static Done create(EventbriteApi api, Act act) {
        var event = new LinkedHashMap<String, Object>();
        event.put("name", Map.of("html", EventbriteAnswers.escaped(act.title())));
        if (!act.text().isBlank()) {
            event.put("description", Map.of("html", EventbriteAnswers.escaped(act.text())));
        }
        event.put("start", moment(act, "starts"));
        event.put("end", moment(act, "ends"));
        event.put("currency", api.line().connection().setting("currency"));
        var organization = organization(api, act);
        if (act.more("place").isBlank()) {
            event.put("online_event", true);
        } else {
            event.put("venue_id", venue(api, organization, act.more("place")));
        }
        var path = "/organizations/%s/events/".formatted(organization);
        var row = good(api.line().ask(api.post(path, Map.of("event", event)).allowing(REFUSALS)));
        return done(row);
    }

    /// Times are told to the second, with the time zone they are shown in.
    private static Map<String, String> moment(Act act, String name) {
        try {
            var at = Instant.parse(act.more(name)).truncatedTo(ChronoUnit.SECONDS);
            var zone = act.more("timezone");
            return Map.of("utc", at.toString(), "timezone", zone.isEmpty() ? "UTC" : zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Eventbrite must know when it %s, such as 2027-03-01T18:00:00Z."
                            .formatted(name));
        }
    }

    /// By its name; made where there is none of that name.
    private static String venue(EventbriteApi api, String organization, String name) {
        var path = "/organizations/%s/venues/".formatted(organization);
        for (var one : api.line().ask(api.get(path)).json().path("venues")) {
            if (text(one, "name").equalsIgnoreCase(name.strip())) {
                return text(one, "id");
            }
        }
        var body = Map.of("venue", Map.of("name", name.strip()));
        return text(good(api.line().ask(api.post(path, body).allowing(REFUSALS))), "id");
    }

    private static Done publish(EventbriteApi api, Act act) {
        var id = act.target().replaceFirst("^event/", "");
        if (!id.matches("\\d{1,20}")) {
            throw new IllegalArgumentException("This is no event of Eventbrite.");
        }
        var path = "/events/%s/".formatted(id);
        var event = good(api.line().ask(api.get(path).allowing(REFUSALS)));
        if (text(event, "status").equals("draft")) {
            tickets(api, path);
            var asked = api.post(path + "publish/", Map.of()).allowing(REFUSALS);
            var said = good(api.line().ask(asked));
            if (!said.path("published").asBoolean(true)) {
                throw new IllegalArgumentException("Eventbrite did not publish it.");
            }
        }
        return done(event);
    }

    /// It publishes no event without tickets: one that has none gets free ones.
    private static void tickets(EventbriteApi api, String event) {
        var path = event + "ticket_classes/";
        if (api.line().ask(api.get(path)).json().path("ticket_classes").isEmpty()) {
            var free = Map.of("name", "Admission", "free", true, "quantity_total", TICKETS);
            good(api.line().ask(api.post(path, Map.of("ticket_class", free)).allowing(REFUSALS)));
        }
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new EventbriteApi(line);
        if (act.what() == Act.What.PUBLISH) {
            return Optional.empty(); // it is done again
        }
        var starts = moment(act, "starts").get("utc");
        var path = "/organizations/%s/events/".formatted(organization(api, act));
        for (var next = ""; ; ) {
            var page = line.ask(EventbriteApi.from(api.get(path), next)).json();
            for (var event : page.path("events")) {
                var created = JsonTimes.at(event, "created");
                if (EventbriteAnswers.title(event).strip().equals(act.title().strip())
                        && Instant.parse(String.valueOf(starts))
                                .equals(JsonTimes.at(event.path("start"), "utc"))
                        && (created == null || !created.isBefore(act.at().minusSeconds(60)))) {
                    return Optional.of(done(event));
                }
            }
            next = EventbriteApi.next(page, next);
            if (next.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static JsonNode good(Reply reply) {
        var body = reply.json();
        if (reply.status() >= 400) {
            throw new IllegalArgumentException(
                    "Eventbrite did not take it: %s"
                            .formatted(
                                    body.path("error_description").asString(text(body, "error"))));
        }
        return body;
    }

    private static Done done(JsonNode event) {
        return new Done("event/" + text(event, "id"), text(event, "url"));
    }
}
