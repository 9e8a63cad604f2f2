package org.folkmoot.sources.zoom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.List;
import org.folkmoot.connectors.Gathering;
import org.folkmoot.connectors.intake.JsonTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A meeting or webinar. What was held at once is not told, nor a personal room: those are no
/// events, and whoever met there did so privately.
///
/// @param kind `meeting` or `webinar`
/// @param id its number, the same for all times of a series
record Meeting(String kind, String id, String title, String host, int type) {

    private static final List<Integer> SCHEDULED = List.of(0, 2, 3, 5, 6, 8, 9);
    private static final List<Integer> SERIES = List.of(3, 6, 8, 9);
    private static final List<Integer> WEBINARS = List.of(5, 6, 9);

    static Meeting of(String kind, JsonNode row, String host) {
        var type = row.path("type").asInt(0);
        var told = text(row, "host_id");
        return new Meeting(
                WEBINARS.contains(type) ? "webinar" : kind,
                text(row, "id").replaceAll("\\s", ""),
                text(row, "topic"),
                told.isEmpty() ? host : told,
                type);
    }

    boolean scheduled() {
        return SCHEDULED.contains(type) && id.matches("\\d{1,20}");
    }

    boolean series() {
        return SERIES.contains(type);
    }

    /// Whether it is not over yet, by what a list tells of it.
    boolean isToCome(JsonNode row, Instant now) {
        var starts = JsonTimes.at(row, "start_time");
        return series()
                || starts == null
                || starts.plusSeconds(row.path("duration").asLong(0) * 60).isAfter(now);
    }

    String place() {
        return kind + "s";
    }

    /// The event that people register for: the meeting, or the whole series.
    Gathering gathering(String source) {
        return new Gathering(source, kind + "/" + id, place(), title.isEmpty() ? null : title);
    }

    /// The event that people come to: the meeting, or one time of a series.
    Gathering held(String source, String uuid) {
        return series() && !uuid.isEmpty()
                ? new Gathering(
                        source,
                        "%s/%s/%s".formatted(kind, id, uuid),
                        place(),
                        title.isEmpty() ? null : title)
                : gathering(source);
    }

    /// When it is to be, or for a series when it was made: a series has no one time.
    static @Nullable Instant at(JsonNode row, boolean series) {
        return series
                ? JsonTimes.at(row, "created_at", "start_time")
                : JsonTimes.at(row, "start_time", "created_at");
    }
}
