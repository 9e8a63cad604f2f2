package org.folkmoot.language;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A fingerprint of 64 bits of a text's words, without links, names and code: texts that are nearly
/// the same differ in few bits (SimHash over pairs of neighbouring words; M. Charikar, "Similarity
/// Estimation Techniques from Rounding Algorithms", 2002).
public final class Gist {

    /// Two fingerprints that differ in at most so many bits are of nearly the same text.
    public static final int NEAR = 3;

    /// Of fewer words many say the same without having it from each other.
    private static final int FEWEST = 8;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Gist() {}

    /// Empty for a text of fewer than eight words.
    public static OptionalLong of(String text) {
        var words = BETWEEN.split(Prose.bare(text).toLowerCase(Locale.ROOT).strip());
        var votes = new int[Long.SIZE];
        int many = 0;
        String before = "";
        for (var word : words) {
            if (word.isEmpty()) {
                continue;
            }
            many++;
            vote(votes, spread(before.hashCode() * 31L + word.hashCode()));
            before = word;
        }
        if (many < FEWEST) {
            return OptionalLong.empty();
        }
        long gist = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            gist |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return OptionalLong.of(gist);
    }

    public static boolean near(long one, long other) {
        return Long.bitCount(one ^ other) <= NEAR;
    }

    private static void vote(int[] votes, long hash) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            votes[bit] += (hash >>> bit & 1) == 0 ? -1 : 1;
        }
    }

    /// The finalizer of SplitMix64.
    private static long spread(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
