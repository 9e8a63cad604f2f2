package org.folkmoot.sources.eventbrite;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;

/// How many events each organisation has that were published and not called off. Attendees
/// Eventbrite counts for each event only.
final class EventbriteCounting implements Counting {

    private static final String HELD = "live,started,ended,completed";

    @Override
    public List<Total> count(Line line) {
        var api = new EventbriteApi(line);
        var wanted = EventbriteActs.organizations(api);
        var all = new ArrayList<Total>();
        for (var row : line.ask(api.get("/users/me/organizations/")).json().path("organizations")) {
            var id = text(row, "id");
            if (wanted.contains(id)) {
                var path = "/organizations/%s/events/".formatted(Ask.part(id));
                var reply = line.ask(api.get(path).query("status", HELD).allowing(403, 404));
                var told = reply.json().path("pagination").path("object_count");
                if (reply.status() == 200 && told.isIntegralNumber()) {
                    var name = text(row, "name").isEmpty() ? id : text(row, "name");
                    all.add(
                            new Total(
                                    "events of " + name,
                                    told.asLong(0),
                                    EventbriteAnswers.SOURCE,
                                    name,
                                    Set.of(Kind.EVENT_ORGANISED)));
                }
            }
        }
        return all;
    }
}
