package org.folkmoot.sources.discord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.sources.discord.At.Stage;
import org.folkmoot.sources.discord.Known.Coming;
import tools.jackson.databind.JsonNode;

/// Reads the events that are to come or take place, and who is interested where that changed. One
/// that is not listed any more before it began was called off, or deleted.
record Events(DiscordApi api, DiscordAnswers answers, Instant now) {

    At list(At at) {
        var known = at.known();
        known.asked().clear();
        var path = "/guilds/%s/scheduled-events?with_user_count=true".formatted(at.guild());
        var reply = api.line().ask(api.get(path).allowing(403, 404));
        if (reply.status() != 200) {
            return at.stage(Stage.AUDIT);
        }
        var listed = new HashSet<String>();
        for (var event : reply.json()) {
            answers.event(event);
            var id = event.path("id").asString("");
            var now = coming(event);
            var before = known.events().put(id, now);
            listed.add(id);
            if (now.interested() > 0
                    && (before == null || before.interested() != now.interested())) {
                known.asked().add(id);
            }
        }
        for (var one : new ArrayList<>(known.events().entrySet())) {
            if (!listed.contains(one.getKey())) {
                var starts = DiscordAnswers.time(one.getValue().starts());
                known.events().remove(one.getKey());
                if (starts != null && starts.isAfter(now)) {
                    known.asked().add("?" + one.getKey());
                }
            }
        }
        return at.stage(Stage.INTERESTED);
    }

    private static Coming coming(JsonNode event) {
        return new Coming(
                event.path("user_count").asInt(0), event.path("scheduled_start_time").asString(""));
    }

    At interested(At at) {
        var asked = at.known().asked();
        var event = asked.getFirst();
        var path = "/guilds/%s/scheduled-events/".formatted(at.guild());
        if (event.startsWith("?")) {
            asked.removeFirst();
            became(path, event.substring(1));
            return at;
        }
        var ask = api.get(path + event + "/users?limit=100").query("after", at.next());
        var reply = api.line().ask(ask.allowing(403, 404));
        var last = at.next();
        if (reply.status() == 200) {
            for (var row : reply.json()) {
                answers.interested(event, row.path("user"));
                last = At.later(last, row.path("user").path("id").asString(""));
            }
        }
        if (At.after(last, at.next())) {
            return at.next(last);
        }
        asked.removeFirst();
        return at.stage(Stage.INTERESTED);
    }

    private void became(String path, String event) {
        var reply = api.line().ask(api.get(path + event).allowing(403, 404));
        if (reply.status() == 404) {
            answers.gone("event/" + event);
        } else if (reply.status() == 200) {
            answers.event(reply.json());
        }
    }
}
