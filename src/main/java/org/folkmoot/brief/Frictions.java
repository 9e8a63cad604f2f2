package org.folkmoot.brief;

import java.util.List;
import org.folkmoot.listening.Topics;
import org.jspecify.annotations.Nullable;

/// Signs that something may rub. None of them is of a single person, and none is a verdict.
///
/// @param tone how much the tone changed against the days before, -2 to 2; null when not known
/// @param toneSure whether that is more than chance would do
/// @param exchanges long threads in which two people wrote nearly everything
/// @param now what became of what was written
/// @param before the same of the days before
/// @param removedNewcomers accounts that came in these days and half of whose posts were removed
/// @param complaints themes of what sounds negative, each of five people or more
public record Frictions(
        @Nullable Double tone,
        boolean toneSure,
        List<Exchange> exchanges,
        Fates now,
        Fates before,
        int removedNewcomers,
        Topics.Found complaints) {

    public Frictions {
        exchanges = List.copyOf(exchanges);
    }

    /// @param posts in these days
    /// @param people who wrote in it
    /// @param share of the posts that two of them wrote
    public record Exchange(
            long thread,
            String words,
            @Nullable String place,
            int posts,
            int people,
            double share) {}

    public record Fates(long posts, long edited, long removed) {

        double share(long some) {
            return posts == 0 ? 0 : (double) some / posts;
        }
    }
}
