package org.folkmoot.sources.reddit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a page of a listing showed, from the newest down.
final class RedditSeen {

    /// What is looked at once more: a listing may show a thing a little late.
    private static final long AGAIN = 3_600;

    private final long known;
    private final long since;
    private final List<String> names = new ArrayList<>();
    private long latest;
    private boolean end;
    private boolean met;

    RedditSeen(long known, long since) {
        this.known = known;
        this.since = since;
    }

    /// Whether it is wanted; what is older than what is known still is, as it came along.
    boolean add(JsonNode thing) {
        var at = RedditThings.time(thing.path("data").path("created_utc"));
        var when = at == null ? 0 : at.getEpochSecond();
        end |= at != null && when < Math.max(known - AGAIN, since);
        met |= at != null && when <= known;
        if (at == null || when >= since) {
            latest = Math.max(latest, when);
            names.add(RedditThings.name(thing));
            return true;
        }
        return false;
    }

    /// Whether this reached what the rounds before saw.
    boolean met() {
        return met;
    }

    boolean end() {
        return end;
    }

    long latest() {
        return latest;
    }

    List<String> names() {
        return names;
    }
}
