package org.folkmoot.sources.zoom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.connectors.Gathering;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Who was there at one time of a meeting. Zoom gives a row for each time that somebody came in,
/// anywhere in the list, so it is read to its end before anything is told.
record Attendance(ZoomApi api, ZoomAnswers answers) {

    private static final int MOST_PAGES = 100;

    private record Stay(JsonNode row, @Nullable Instant joined, long seconds) {

        Stay and(Stay other) {
            var first =
                    joined == null || (other.joined() != null && other.joined().isBefore(joined))
                            ? other.joined()
                            : joined;
            return new Stay(row, first, seconds + other.seconds());
        }
    }

    void read(Meeting meeting, String uuid, @Nullable Instant began) {
        var event = meeting.held(answers.source(), uuid);
        var name = ZoomApi.part(uuid.isEmpty() ? meeting.id() : uuid);
        var report = "/report/%ss/%s/participants".formatted(meeting.kind(), name);
        if (!read(event, began, report, ZoomApi.HEAVY)) {
            var past = "/past_%ss/%s/participants".formatted(meeting.kind(), name);
            read(event, began, past, ZoomApi.MEDIUM);
        }
    }

    /// @return false when this plan, or this meeting, has no such list
    private boolean read(Gathering event, @Nullable Instant began, String path, String lane) {
        var stays = new LinkedHashMap<String, Stay>();
        var next = "";
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var reply = api.line().ask(asked(path, lane, next).allowing(400, 403, 404));
            if (reply.status() == 400 && !next.isEmpty()) {
                next = ""; // its place in the list was too old
                stays.clear();
                continue;
            }
            if (reply.status() != 200) {
                if (!path.startsWith("/report/")) {
                    answers.withheld(path, reply);
                }
                return false;
            }
            var page = reply.json();
            for (var row : page.path("participants")) {
                var stay =
                        new Stay(
                                row,
                                JsonTimes.at(row, "join_time"),
                                row.path("duration").asLong(0));
                stays.merge(ZoomAnswers.who(event, row), stay, Stay::and);
            }
            next = ZoomApi.next(page, next);
            if (next.isEmpty()) {
                break;
            }
        }
        tell(event, began, stays);
        return true;
    }

    private Ask asked(String path, String lane, String next) {
        var ask = api.list(path, lane, next);
        return path.startsWith("/report/") ? ask.query("include_fields", "registrant_id") : ask;
    }

    private void tell(Gathering event, @Nullable Instant began, Map<String, Stay> stays) {
        for (var stay : stays.values()) {
            if (!text(stay.row(), "status").equals("in_waiting_room")) {
                var at = stay.joined() == null ? began : stay.joined();
                answers.present(event, stay.row(), at, stay.seconds() / 60);
            }
        }
    }
}
