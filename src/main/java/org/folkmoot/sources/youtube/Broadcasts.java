package org.folkmoot.sources.youtube;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;

/// Live broadcasts that are announced: each is a video from then on.
record Broadcasts(YouTubeApi api) {

    Done announce(Act act) {
        var snippet = new LinkedHashMap<String, String>();
        snippet.put("title", act.title());
        snippet.put("description", act.text());
        snippet.put("scheduledStartTime", time(act, "starts").toString());
        if (!act.more("ends").isEmpty()) {
            snippet.put("scheduledEndTime", time(act, "ends").toString());
        }
        var seen = act.more("privacy");
        var body =
                Map.of(
                        "snippet",
                        snippet,
                        "status",
                        Map.of(
                                "privacyStatus",
                                seen.isEmpty() ? "public" : seen,
                                "selfDeclaredMadeForKids",
                                false));
        var made =
                YouTubeActs.said(
                        api, api.send("POST", "liveBroadcasts", "snippet,status").json(body));
        return done(made.path("id").asString(""));
    }

    /// The same title at the same time.
    Optional<Done> find(Act act) {
        var starts = time(act, "starts");
        var page =
                api.line()
                        .ask(
                                api.get("liveBroadcasts", "id,snippet")
                                        .query("broadcastStatus", "upcoming")
                                        .query("broadcastType", "all")
                                        .query("maxResults", "50"))
                        .json();
        for (var row : page.path("items")) {
            var snippet = row.path("snippet");
            if (snippet.path("title").asString("").equals(act.title())
                    && starts.equals(YouTubeAnswers.time(snippet.path("scheduledStartTime")))) {
                return Optional.of(done(row.path("id").asString("")));
            }
        }
        return Optional.empty();
    }

    private static Instant time(Act act, String name) {
        try {
            return OffsetDateTime.parse(act.more(name)).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Say when it %s, such as 2026-05-01T18:00:00Z.".formatted(name), e);
        }
    }

    private static Done done(String id) {
        return new Done(id, YouTubeAnswers.WATCH + id);
    }
}
