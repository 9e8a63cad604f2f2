package org.folkmoot.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Something a member began, and who did what about it when. Times are microseconds since 1970.
///
/// @param id of the activity it is
/// @param account whose it is
/// @param place 0 when it was in none
/// @param starts whether it waits for an answer
/// @param content whether it is content of its own, of a kind that counts as such
/// @param told how it is known whether it asks something
/// @param views how often it was looked at, -1 when its platform does not tell
/// @param deeds what hangs on it: replies at any depth, and what was done to itself
/// @param guesses what was said in a chat so soon after that it may be an answer
record Root(
        long id,
        String kind,
        String platform,
        long account,
        long place,
        long at,
        boolean starts,
        boolean content,
        Told told,
        long views,
        List<Deed> deeds,
        List<Guess> guesses) {

    /// How it is known of something begun whether it asks.
    enum Told {
        /// By its platform, or it does not matter, as all that is begun there waits.
        BY_PLATFORM("its platform or place says so"),
        /// By its question mark, until it is read.
        BY_MARK("a question mark, not read yet"),
        /// By its words, or by what somebody said of it.
        BY_WORDS("it asks, by its words or as you said");

        private final String words;

        Told(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// @param reply whether it says something; a reaction does not
    record Deed(long account, long at, boolean reply) {}

    /// @param straight said before anybody else in that place asked something, so it needs no
    ///     mention
    /// @param mentions accounts it mentions; only where it is not straight
    /// @param unknown others it mentions, of whom there is no account yet
    record Guess(
            long account, long at, boolean straight, List<Long> mentions, List<Name> unknown) {}

    private static final Told[] TOLD = Told.values();

    /// An account's name on its source.
    record Name(String source, String external) {}

    /// A day's roots by time, in few bytes.
    static byte[] pack(List<Root> roots) {
        var words = new LinkedHashMap<String, Integer>();
        var names = new LinkedHashMap<Name, Integer>();
        var body = new Packed.Writer();
        long last = 0;
        long id = 0;
        for (var root : roots) {
            body.number(root.at - last)
                    .number(root.id - id)
                    .count(index(words, root.kind))
                    .count(index(words, root.platform))
                    .count(root.account)
                    .count(root.place)
                    .count(
                            (root.starts ? 1 : 0)
                                    | (root.content ? 2 : 0)
                                    | (root.views >= 0 ? 4 : 0)
                                    | root.told.ordinal() << 3);
            if (root.views >= 0) {
                body.count(root.views);
            }
            body.count(root.deeds.size());
            last = root.at;
            id = root.id;
            for (var deed : root.deeds) {
                body.count(deed.account << 1 | (deed.reply ? 1 : 0)).number(deed.at - root.at);
            }
            body.count(root.guesses.size());
            for (var guess : root.guesses) {
                body.count(guess.account << 1 | (guess.straight ? 1 : 0))
                        .number(guess.at - root.at);
                if (!guess.straight) {
                    body.count(guess.mentions.size());
                    guess.mentions.forEach(body::count);
                    body.count(guess.unknown.size());
                    guess.unknown.forEach(name -> body.count(index(names, name)));
                }
            }
        }
        var all = new Packed.Writer().count(names.size());
        names.keySet().forEach(name -> all.word(name.source).word(name.external));
        all.count(words.size());
        words.keySet().forEach(all::word);
        return all.all(body).bytes();
    }

    private static <T> int index(LinkedHashMap<T, Integer> all, T one) {
        return all.computeIfAbsent(one, _ -> all.size());
    }

    /// Those mentioned on a day who had no account then.
    static List<Name> unknown(byte[] packed) {
        return packed.length == 0 ? List.of() : names(new Packed.Reader(packed));
    }

    private static List<Name> names(Packed.Reader in) {
        var names = new ArrayList<Name>();
        for (long n = in.count(); n > 0; n--) {
            names.add(new Name(in.word(), in.word()));
        }
        return names;
    }

    static List<Root> unpack(byte[] packed) {
        if (packed.length == 0) {
            return List.of();
        }
        var in = new Packed.Reader(packed);
        var names = names(in);
        var words = new String[(int) in.count()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.word();
        }
        var roots = new ArrayList<Root>();
        long at = 0;
        long id = 0;
        while (in.more()) {
            at += in.number();
            id += in.number();
            var kind = words[(int) in.count()];
            var platform = words[(int) in.count()];
            long account = in.count();
            long place = in.count();
            long flags = in.count();
            roots.add(
                    new Root(
                            id,
                            kind,
                            platform,
                            account,
                            place,
                            at,
                            (flags & 1) != 0,
                            (flags & 2) != 0,
                            TOLD[(int) (flags >> 3)],
                            (flags & 4) != 0 ? in.count() : -1,
                            deeds(in, at),
                            guesses(in, at, names)));
        }
        return roots;
    }

    private static List<Deed> deeds(Packed.Reader in, long start) {
        int many = (int) in.count();
        var deeds = new ArrayList<Deed>(many);
        for (int i = 0; i < many; i++) {
            long who = in.count();
            deeds.add(new Deed(who >>> 1, start + in.number(), (who & 1) != 0));
        }
        return deeds;
    }

    private static List<Guess> guesses(Packed.Reader in, long start, List<Name> names) {
        int many = (int) in.count();
        if (many == 0) {
            return List.of();
        }
        var guesses = new ArrayList<Guess>(many);
        for (int i = 0; i < many; i++) {
            long who = in.count();
            long at = start + in.number();
            var mentions = new ArrayList<Long>();
            var unknown = new ArrayList<Name>();
            boolean straight = (who & 1) != 0;
            if (!straight) {
                for (long n = in.count(); n > 0; n--) {
                    mentions.add(in.count());
                }
                for (long n = in.count(); n > 0; n--) {
                    unknown.add(names.get((int) in.count()));
                }
            }
            guesses.add(new Guess(who >>> 1, at, straight, mentions, unknown));
        }
        return guesses;
    }
}
