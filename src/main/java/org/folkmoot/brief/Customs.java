package org.folkmoot.brief;

import java.util.List;
import org.folkmoot.activity.Glimpses.Glimpse;
import org.folkmoot.members.PeopleFinder;
import org.jspecify.annotations.Nullable;

/// How things are done in a community.
///
/// @param answered seconds after which half of what was asked has an answer; null: longer than seen
/// @param ninety the same of nine in ten
/// @param unanswered share without an answer; null when nothing was asked
/// @param firstPosts of newcomers, a day old or older
/// @param welcomed of these, answered within a day
/// @param welcomers who was first to answer newcomers most often
/// @param posts how many were written
/// @param middle characters of a post in the middle; null without posts
/// @param languages of posts, the most written first
/// @param reactions how many were given
/// @param emoji the most given
/// @param drew what was made that drew most
/// @param pinned what the platforms show as pinned, the latest first
public record Customs(
        @Nullable Double answered,
        @Nullable Double ninety,
        @Nullable Double unanswered,
        int firstPosts,
        int welcomed,
        List<Welcomer> welcomers,
        long posts,
        @Nullable Integer middle,
        List<Part> languages,
        long reactions,
        List<Part> emoji,
        List<Met> drew,
        List<Glimpse> pinned) {

    public Customs {
        welcomers = List.copyOf(welcomers);
        languages = List.copyOf(languages);
        emoji = List.copyOf(emoji);
        drew = List.copyOf(drew);
        pinned = List.copyOf(pinned);
    }

    Customs withoutAddresses() {
        return new Customs(
                answered,
                ninety,
                unanswered,
                firstPosts,
                welcomed,
                welcomers.stream()
                        .map(
                                w ->
                                        new Welcomer(
                                                w.member(),
                                                PeopleFinder.name(w.name(), false),
                                                w.times()))
                        .toList(),
                posts,
                middle,
                languages,
                reactions,
                emoji,
                drew,
                pinned);
    }

    /// @param kind as `Kind.key`
    /// @param engagements replies, reactions and shares of others
    public record Met(
            long thread, String kind, String words, @Nullable String place, long engagements) {}

    /// @param times first posts they answered before anybody else did
    public record Welcomer(long member, String name, int times) {}

    /// @param name a language's code, an emoji's name
    public record Part(String name, long many) {}
}
