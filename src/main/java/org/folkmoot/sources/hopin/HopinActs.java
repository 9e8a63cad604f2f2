package org.folkmoot.sources.hopin;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;

/// Registers people for an event. There is no key that would keep a second one away, so whoever is
/// unsure looks first.
record HopinActs() implements Acting {

    private static final Set<String> NOT_CUSTOM =
            Set.of("event", "ticket", "name", "first_name", "last_name", "scheduled");

    @Override
    public Set<Act.What> does() {
        return Set.of(Act.What.CONTACT);
    }

    private static String path(Act act) {
        var event = act.more("event").replaceFirst("^event/", "");
        if (event.isBlank() || !act.target().contains("@")) {
            throw new IllegalArgumentException(
                    "RingCentral Events registers an e-mail address for one of its events; say for which.");
        }
        return "/v1/events/%s/registrations".formatted(Ask.part(event));
    }

    @Override
    public Done act(Line line, Act act) {
        var about = new LinkedHashMap<String, Object>();
        about.put("email", act.target());
        var names = act.more("name").strip().split("\\s+", 2);
        about.put("firstName", told(act, "first_name", names[0]));
        about.put("lastName", told(act, "last_name", names.length > 1 ? names[1] : ""));
        if (!act.more("ticket").isBlank()) {
            about.put("ticketId", act.more("ticket"));
        }
        var custom = new LinkedHashMap<String, String>();
        act.more().entrySet().stream()
                .filter(field -> !NOT_CUSTOM.contains(field.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> custom.put(field.getKey(), field.getValue()));
        if (!custom.isEmpty()) {
            about.put("metadata", custom);
        }
        var body = Map.of("data", Map.of("type", "registration", "attributes", about));
        var api = new HopinApi(line);
        var reply = line.ask(api.post(path(act), body).allowing(400, 404, 409, 422));
        var said = reply.json();
        if (reply.status() >= 400) {
            var first = said.path("errors").path(0);
            var why =
                    text(first, "detail").isEmpty() ? text(said, "message") : text(first, "detail");
            throw new IllegalArgumentException(
                    "RingCentral Events did not take it: %s"
                            .formatted(why.isEmpty() ? text(said, "error") : why));
        }
        return done(HopinApi.id(HopinApi.one(said)));
    }

    private static String told(Act act, String field, String otherwise) {
        return act.more(field).isBlank() ? otherwise : act.more(field);
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new HopinApi(line);
        for (var next = ""; ; ) {
            var page = line.ask(api.list(path(act), next)).json();
            for (var thing : page.path("data")) {
                if (text(HopinApi.about(thing), "email").equalsIgnoreCase(act.target())) {
                    return Optional.of(done(HopinApi.id(thing)));
                }
            }
            next = HopinApi.next(page, next);
            if (next.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static Done done(String id) {
        return new Done("registration/" + id, "");
    }
}
