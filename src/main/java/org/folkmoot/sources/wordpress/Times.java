package org.folkmoot.sources.wordpress;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/// The times at which posts were changed, as a site writes them: those of UTC without a zone.
final class Times {

    /// A post may appear a little after the time that it bears.
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private Times() {}

    /// A little before, with the zone without which the site would take it for its own.
    static String before(String mark) {
        try {
            return mark.isEmpty()
                    ? ""
                    : LocalDateTime.parse(mark.replaceFirst("Z$", ""))
                            .minus(OVERLAP)
                            .toInstant(ZoneOffset.UTC)
                            .toString();
        } catch (DateTimeException e) {
            return ""; // no time: all is read again
        }
    }

    /// The latest change of these.
    static String latest(String before, JsonNode rows) {
        var latest = before;
        for (var row : rows) {
            var changed = row.path("modified_gmt").asString("");
            latest = changed.compareTo(latest) > 0 ? changed : latest;
        }
        return latest;
    }
}
