package org.folkmoot.sources.mastodon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far an instance was read. What is remembered in it is read anew for each page, so that
/// whoever reads the page may change it.
///
/// @param me our account's number on this instance
/// @param acct our account's whole address
/// @param next where the next page of the present stream begins, empty for the newest
/// @param daily when that was last read which is read once a day
/// @param streams what is still to be read in this round, the present one first
/// @param seen the newest rows of each stream in the round before, by their numbers
/// @param fresh those of the present one in this round
/// @param parents addresses of posts by their numbers; empty for what cannot be seen
/// @param wanted posts of which the address is still to be asked for
/// @param threads posts whose answers are still to be read
/// @param doubtful posts that were there and are missing
/// @param shut streams that are closed to us; tried again once a day
record At(
        String me,
        String acct,
        String next,
        @Nullable Instant daily,
        List<String> streams,
        Map<String, Map<String, Seen>> seen,
        Map<String, Seen> fresh,
        Map<String, String> parents,
        List<String> wanted,
        List<Post> threads,
        List<Post> doubtful,
        Set<String> shut) {

    private static final int MOST_PARENTS = 500;

    /// A row as it was seen.
    ///
    /// @param uri of a post, else empty
    record Seen(String uri, int replies) {}

    /// A post by its number and address.
    record Post(String id, String uri) {}

    At {
        streams = kept(streams);
        seen = kept(seen);
        fresh = kept(fresh);
        parents = kept(parents);
        wanted = kept(wanted);
        threads = kept(threads);
        doubtful = kept(doubtful);
        shut = shut == null ? new LinkedHashSet<>() : shut;
    }

    private static <T> List<T> kept(@Nullable List<T> list) {
        return list == null ? new ArrayList<>() : list;
    }

    private static <V> Map<String, V> kept(@Nullable Map<String, V> map) {
        return map == null ? new LinkedHashMap<>() : map;
    }

    static At first() {
        return new At(
                "",
                "",
                "",
                null,
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashSet<>());
    }

    At next(String next) {
        return with(me, acct, next, daily);
    }

    At me(String me, String acct, Instant now) {
        return with(me, acct, next, now);
    }

    private At with(String me, String acct, String next, @Nullable Instant daily) {
        return new At(
                me, acct, next, daily, streams, seen, fresh, parents, wanted, threads, doubtful,
                shut);
    }

    /// Remembers what a post is known by, the latest ones only.
    void learn(String id, String uri) {
        if (!id.isEmpty()) {
            parents.remove(id);
            parents.put(id, uri);
            if (parents.size() > MOST_PARENTS) {
                parents.remove(parents.keySet().iterator().next());
            }
        }
    }

    boolean ended() {
        return streams.isEmpty() && wanted.isEmpty() && threads.isEmpty() && doubtful.isEmpty();
    }

    /// The present stream is done.
    At streamDone() {
        seen.put(streams.removeFirst(), new LinkedHashMap<>(fresh));
        fresh.clear();
        return next("");
    }

    At streamShut() {
        shut.add(streams.removeFirst());
        fresh.clear();
        return next("");
    }
}
