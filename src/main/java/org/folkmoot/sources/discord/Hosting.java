package org.folkmoot.sources.discord;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import tools.jackson.databind.JsonNode;

/// Scheduled events: in a voice or stage channel where one is named, else elsewhere.
record Hosting(DiscordApi api) {

    private static final int SERVER_ONLY = 2;
    private static final int STAGE = 1;
    private static final int VOICE = 2;
    private static final int ELSEWHERE = 3;
    private static final int STAGE_CHANNEL = 13;
    private static final int LONGEST_PLACE = 100;

    Done announce(Act act) {
        var starts = time(act, "starts");
        var body = new LinkedHashMap<String, Object>();
        body.put("name", act.title());
        body.put("privacy_level", SERVER_ONLY);
        body.put("scheduled_start_time", starts.toString());
        if (!act.text().isBlank()) {
            body.put("description", act.text());
        }
        var ends =
                act.more("ends").isEmpty() ? starts.plus(Duration.ofHours(1)) : time(act, "ends");
        body.put("scheduled_end_time", ends.toString());
        if (act.target().matches("\\d+")) {
            var channel = api.line().ask(api.get("/channels/" + act.target())).json();
            var stage = channel.path("type").asInt(0) == STAGE_CHANNEL;
            body.put("entity_type", stage ? STAGE : VOICE);
            body.put("channel_id", act.target());
        } else {
            body.put("entity_type", ELSEWHERE);
            body.put("entity_metadata", Map.of("location", place(act)));
        }
        var path = "/guilds/%s/scheduled-events".formatted(api.ourGuild());
        return done(api.done(api.send("POST", path).json(body)));
    }

    private static String place(Act act) {
        var told = act.more("place").isEmpty() ? act.more("url") : act.more("place");
        var place = told.isEmpty() ? "Online" : told;
        return place.substring(0, Math.min(LONGEST_PLACE, place.length()));
    }

    private static Instant time(Act act, String name) {
        var text = act.more(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return local(text, act.more("timezone"));
        }
    }

    private static Instant local(String text, String zone) {
        try {
            return LocalDateTime.parse(text)
                    .atZone(ZoneId.of(zone.isEmpty() ? "UTC" : zone))
                    .toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Say when it starts, such as 2031-03-03T18:00:00+01:00.", e);
        }
    }

    /// By its name and start.
    Optional<Done> find(Act act) {
        var starts = time(act, "starts");
        var path = "/guilds/%s/scheduled-events".formatted(api.ourGuild());
        for (var event : api.line().ask(api.get(path)).json()) {
            var at = DiscordAnswers.time(event.path("scheduled_start_time").asString(""));
            if (event.path("name").asString("").equals(act.title()) && starts.equals(at)) {
                return Optional.of(done(event));
            }
        }
        return Optional.empty();
    }

    private static Done done(JsonNode event) {
        var id = event.path("id").asString("");
        var guild = event.path("guild_id").asString("");
        return new Done(
                "event/" + id,
                guild.isEmpty() ? "" : "https://discord.com/events/%s/%s".formatted(guild, id));
    }
}
