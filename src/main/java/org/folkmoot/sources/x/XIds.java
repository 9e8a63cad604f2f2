package org.folkmoot.sources.x;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// X's numbers are too long for most readers, so they are texts; a later one is larger, and holds
/// its time.
final class XIds {

    private static final long EPOCH = 1_288_834_974_657L;

    /// Those before counted posts.
    private static final String FIRST = "29700859247";

    static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private XIds() {}

    static boolean is(String id) {
        return id.matches("[0-9]{1,19}");
    }

    /// The later one; either may be empty.
    static String later(String one, String other) {
        return ORDER.compare(one, other) >= 0 ? one : other;
    }

    /// When the post of this number was made. The other post of the same answer tells whether
    /// numbers hold times there.
    ///
    /// @param known a number whose time is known
    /// @param at that time
    static Instant when(String id, String known, Instant at) {
        var holds = Duration.between(time(known), at).abs().compareTo(Duration.ofSeconds(5)) <= 0;
        return holds ? time(id).truncatedTo(ChronoUnit.SECONDS) : at; // as exact as X tells it
    }

    /// When the post of this number was made, as exact as X tells it; null for one from before 2010
    /// went by, which holds no time.
    static @Nullable Instant made(String id) {
        return is(id) && ORDER.compare(id, FIRST) >= 0
                ? time(id).truncatedTo(ChronoUnit.SECONDS)
                : null;
    }

    private static Instant time(String id) {
        return Instant.ofEpochMilli((Long.parseLong(id) >> 22) + EPOCH);
    }
}
