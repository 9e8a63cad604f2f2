package org.folkmoot.sources.zoom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Meetings and webinars, and registrants for them. Zoom has no key that would keep a second one
/// away, so whoever is unsure looks first.
record ZoomActs() implements Acting {

    private static final Pattern EVENT =
            Pattern.compile("(?:(meeting|webinar)/)?(\\d{5,20})(?:/.*)?");
    private static final int AGENDA = 2000;
    private static final int USUAL_MINUTES = 60;

    @Override
    public Set<Act.What> does() {
        return Set.of(Act.What.EVENT, Act.What.CONTACT);
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new ZoomApi(line);
        return act.what() == Act.What.EVENT ? create(api, act) : register(api, act);
    }

    private static String kind(Act act) {
        return act.target().startsWith("webinar") || act.more("kind").equals("webinar")
                ? "webinar"
                : "meeting";
    }

    /// In whose name: whom the act names, else the first user of the settings, else the app's own.
    private static String host(Line line, Act act) {
        var named = act.target().matches("(meeting|webinar)s?|") ? "" : act.target();
        return Stream.concat(Stream.of(named), line.connection().list("users").stream())
                .filter(user -> !user.isEmpty())
                .findFirst()
                .orElse("me");
    }

    private static String path(Line line, Act act) {
        return "/users/%s/%ss".formatted(Ask.part(host(line, act)), kind(act));
    }

    private static Instant starts(Act act) {
        try {
            return Instant.parse(act.more("starts")).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Zoom must know when it starts, such as 2027-03-01T18:00:00Z.");
        }
    }

    private static long minutes(Act act) {
        try {
            return act.more("ends").isEmpty()
                    ? USUAL_MINUTES
                    : Math.max(
                            1,
                            Duration.between(starts(act), Instant.parse(act.more("ends")))
                                    .toMinutes());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Zoom cannot read when it ends; write 2027-03-01T19:00:00Z.");
        }
    }

    private static Done create(ZoomApi api, Act act) {
        var body = new LinkedHashMap<String, Object>();
        body.put("topic", act.title());
        body.put("type", kind(act).equals("webinar") ? 5 : 2);
        body.put("start_time", starts(act).toString());
        body.put("duration", minutes(act));
        body.put("timezone", act.more("timezone").isEmpty() ? "UTC" : act.more("timezone"));
        if (!act.text().isBlank()) {
            body.put("agenda", act.text().substring(0, Math.min(AGENDA, act.text().length())));
        }
        var asked = api.post(path(api.line(), act), body).allowing(400, 404);
        return done(kind(act), good(api.line().ask(asked)));
    }

    private record Registration(String kind, String id) {

        static Registration of(Act act) {
            var event = EVENT.matcher(act.more("event"));
            if (!event.matches() || !act.target().contains("@")) {
                throw new IllegalArgumentException(
                        "Zoom registers an e-mail address for one of its meetings or webinars: meeting/85746065432.");
            }
            var kind = event.group(1);
            return new Registration(kind == null ? "meeting" : kind, event.group(2));
        }

        String path() {
            return "/%ss/%s/registrants".formatted(kind, id);
        }

        Done done(String registrant) {
            return new Done("%s/%s/registrant/%s".formatted(kind, id, registrant), "");
        }
    }

    private static Done register(ZoomApi api, Act act) {
        var where = Registration.of(act);
        var body = new LinkedHashMap<String, Object>();
        body.put("email", act.target());
        body.put("first_name", first(act));
        for (var field : new String[] {"last_name", "org", "job_title", "city", "country"}) {
            if (!act.more(field).isBlank()) {
                body.put(field, act.more(field));
            }
        }
        var said = good(api.line().ask(api.post(where.path(), body).allowing(400, 404)));
        var id = text(said, "registrant_id");
        return where.done(id.isEmpty() ? text(said, "id") : id);
    }

    /// Zoom will have one.
    private static String first(Act act) {
        var told = act.more("first_name").isBlank() ? act.more("name") : act.more("first_name");
        return told.isBlank() ? act.target().replaceFirst("@.*", "") : told;
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        return act.what() == Act.What.EVENT ? meeting(line, act) : registrant(line, act);
    }

    private static Optional<Done> meeting(Line line, Act act) {
        var api = new ZoomApi(line);
        for (var next = ""; ; ) {
            var page = line.ask(api.list(path(line, act), ZoomApi.MEDIUM, next)).json();
            for (var row : page.path(kind(act) + "s")) {
                var made = JsonTimes.at(row, "created_at");
                if (text(row, "topic").strip().equals(act.title().strip())
                        && starts(act).equals(JsonTimes.at(row, "start_time"))
                        && (made == null || !made.isBefore(act.at().minusSeconds(60)))) {
                    return Optional.of(done(kind(act), row));
                }
            }
            next = ZoomApi.next(page, next);
            if (next.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static Optional<Done> registrant(Line line, Act act) {
        return Stream.of("approved", "pending")
                .flatMap(status -> registrant(line, act, status).stream())
                .findFirst();
    }

    private static Optional<Done> registrant(Line line, Act act, String status) {
        var api = new ZoomApi(line);
        var where = Registration.of(act);
        for (var next = ""; ; ) {
            var ask = api.list(where.path(), ZoomApi.MEDIUM, next).query("status", status);
            var page = line.ask(ask).json();
            for (var row : page.path("registrants")) {
                if (text(row, "email").equalsIgnoreCase(act.target())) {
                    return Optional.of(where.done(text(row, "id")));
                }
            }
            next = ZoomApi.next(page, next);
            if (next.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static JsonNode good(Reply reply) {
        var body = reply.json();
        if (reply.status() >= 400) {
            throw new IllegalArgumentException(
                    "Zoom did not take it: %s".formatted(text(body, "message")));
        }
        return body;
    }

    private static Done done(String kind, JsonNode row) {
        return new Done("%s/%s".formatted(kind, text(row, "id")), "");
    }
}
