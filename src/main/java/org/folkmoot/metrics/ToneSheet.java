package org.folkmoot.metrics;

import java.util.List;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/// A day's posts, packed: the platforms' names, the first time, and for each account its platform
/// and its posts in the order of time, each with place, time and how it sounds.
final class ToneSheet {

    static final int UNREAD = 0;
    static final int UNSUPPORTED = 1;

    // from here on: how it sounds, neutral, positive, negative, and its polarity
    private static final int FIRST = 2;
    private static final int SPAN = 2001;

    private ToneSheet() {}

    /// @param place 0 for none
    /// @param at microseconds since 1970
    record Post(long place, long at, int code) {}

    record Writer(long account, String platform, List<Post> posts) {}

    /// Takes one post of somebody who is counted.
    interface Taking {
        /// @param person as in [People]
        /// @param code how it sounds
        void take(int person, String platform, long place, long at, int code);
    }

    static int code(boolean read, @Nullable String mood, int polarity) {
        if (!read || mood == null) {
            return read ? UNSUPPORTED : UNREAD;
        }
        int way =
                switch (mood) {
                    case "positive" -> 1;
                    case "negative" -> 2;
                    default -> 0;
                };
        return FIRST + way * SPAN + polarity + 1000;
    }

    /// 1 for good, -1 for bad.
    static int way(int code) {
        int way = (code - FIRST) / SPAN;
        return way == 2 ? -1 : way;
    }

    /// In thousandths.
    static int polarity(int code) {
        return (code - FIRST) % SPAN - 1000;
    }

    static byte[] pack(List<Writer> writers) {
        var out = new Packed.Writer();
        if (writers.isEmpty()) {
            return out.bytes();
        }
        var platforms = writers.stream().map(Writer::platform).distinct().sorted().toList();
        out.count(platforms.size());
        platforms.forEach(out::word);
        long start = writers.stream().mapToLong(w -> w.posts().getFirst().at()).min().orElseThrow();
        out.number(start);
        long account = 0;
        for (var writer : writers) {
            out.count(writer.account() - account).count(platforms.indexOf(writer.platform()));
            account = writer.account();
            out.count(writer.posts().size());
            long at = start;
            for (var post : writer.posts()) {
                out.count(post.place()).count(post.at() - at).count(post.code());
                at = post.at();
            }
        }
        return out.bytes();
    }

    /// @param counted whose an account is; below 0 when what is done with it is not counted
    static void unpack(byte[] body, LongToIntFunction counted, Taking taking) {
        var in = new Packed.Reader(body);
        if (!in.more()) {
            return;
        }
        var platforms = new String[(int) in.count()];
        for (int i = 0; i < platforms.length; i++) {
            platforms[i] = in.word().intern();
        }
        long start = in.number();
        long account = 0;
        while (in.more()) {
            account += in.count();
            int person = counted.applyAsInt(account);
            var platform = platforms[(int) in.count()];
            long at = start;
            for (long left = in.count(); left > 0; left--) {
                long place = in.count();
                at += in.count();
                int code = (int) in.count();
                if (person >= 0) {
                    taking.take(person, platform, place, at, code);
                }
            }
        }
    }
}
