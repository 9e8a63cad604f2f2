package org.folkmoot.sources.discord;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a server was read.
///
/// @param next where the next page of what is being read begins, empty for its newest
/// @param top the newest thing seen in what is being read, in this round
/// @param audit the newest entry of the audit log in the rounds before
/// @param daily when that was last done which is done once a day
/// @param listing how far the threads at rest of the present channel were listed
/// @param known what the rounds before left, and what is still to be read in this one
record At(
        Stage stage,
        String next,
        String guild,
        String top,
        String audit,
        @Nullable Instant daily,
        Listing listing,
        Known known) {

    /// How far a channel's threads at rest were listed.
    ///
    /// @param before when the last of those on the page before came to rest, as Discord wrote it
    /// @param newest when the first of all came to rest; empty where none did
    record Listing(String before, String newest) {

        static final Listing NONE = new Listing("", "");
    }

    enum Stage {
        SERVER,
        CHANNELS,
        THREADS,
        PEOPLE,
        ARCHIVED,
        EVENTS,
        INTERESTED,
        AUDIT,
        MESSAGES
    }

    static At first() {
        return new At(Stage.SERVER, "", "", "", "", null, Listing.NONE, Known.nothing());
    }

    At stage(Stage stage) {
        return new At(stage, "", guild, "", audit, daily, listing, known);
    }

    At next(String next) {
        return new At(stage, next, guild, top, audit, daily, listing, known);
    }

    At guild(String guild) {
        return new At(stage, next, guild, top, audit, daily, listing, known);
    }

    /// As far as the newest of these.
    At top(String id) {
        return new At(stage, next, guild, later(top, id), audit, daily, listing, known);
    }

    At audit(String id) {
        return new At(stage, next, guild, top, later(audit, id), daily, listing, known);
    }

    At daily(Instant now) {
        return new At(stage, next, guild, top, audit, now, listing, known);
    }

    At listing(Listing listing) {
        return new At(stage, next, guild, top, audit, daily, listing, known);
    }

    /// Of two ids, the later: ids grow, and get longer.
    static String later(String one, String other) {
        return after(one, other) ? one : other;
    }

    static boolean after(String one, String other) {
        return one.length() == other.length()
                ? one.compareTo(other) > 0
                : one.length() > other.length();
    }
}
