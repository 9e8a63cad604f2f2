package org.folkmoot.sources.discord;

import java.time.Instant;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.connectors.discord.DiscordRoom;
import org.folkmoot.sources.discord.At.Stage;
import org.jspecify.annotations.Nullable;

/// Finds threads: those that are active with each round, those that came to rest once a day.
record Threads(DiscordApi api) {

    /// One that was active in the round before and is no more is read once again.
    At active(At at, boolean daily) {
        var known = at.known();
        var before = known.active().stream().toList();
        known.active().clear();
        var path = "/guilds/%s/threads/active".formatted(at.guild());
        var reply = api.line().ask(api.get(path).allowing(403, 404));
        for (var thread : reply.json().path("threads")) {
            var room = Channels.thread(thread);
            if (known.parents().contains(room.parent()) && !known.shut().contains(room.id())) {
                known.active().add(room);
            }
        }
        known.rooms().addAll(known.active());
        var now = known.active().stream().map(DiscordRoom::id).toList();
        before.stream()
                .filter(room -> !now.contains(room.id()) && !known.shut().contains(room.id()))
                .forEach(known.rooms()::add);
        var read = known.rooms().stream().map(DiscordRoom::id).toList();
        known.seen().keySet().removeIf(id -> !read.contains(id));
        return at.stage(daily ? Stage.PEOPLE : Stage.EVENTS);
    }

    /// A page of a channel's, those that came to rest last first, down to where they were read.
    At atRest(At at) {
        var known = at.known();
        var channel = known.parents().getFirst();
        var path = "/channels/%s/threads/archived/public?limit=100".formatted(channel);
        var ask = api.get(path).query("before", at.listing().before());
        var reply = api.line().ask(ask.allowing(400, 403, 404));
        var newest = at.listing().newest();
        var lowest = "";
        var more = false;
        if (reply.status() == 200) {
            var read = time(known.rested().getOrDefault(channel, ""));
            more = reply.json().path("has_more").asBoolean(false);
            for (var thread : reply.json().path("threads")) {
                var told = thread.path("thread_metadata").path("archive_timestamp").asString("");
                var rested = time(told);
                if (rested == null || read == null || rested.isAfter(read)) {
                    known.archived().add(Channels.thread(thread));
                } else {
                    more = false;
                }
                newest = newest.isEmpty() ? told : newest;
                lowest = told.isEmpty() ? lowest : told;
            }
        }
        if (more && !lowest.isEmpty() && !lowest.equals(at.listing().before())) {
            return at.listing(new At.Listing(lowest, newest));
        }
        known.parents().removeFirst();
        if (!newest.isEmpty()) {
            known.rested().put(channel, newest);
        }
        return at.listing(At.Listing.NONE);
    }

    private static @Nullable Instant time(String iso) {
        return DiscordAnswers.time(iso);
    }
}
