package org.folkmoot.activity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What tells versions of one activity apart.
final class Digest {

    private Digest() {}

    /// Tells versions apart; the same for the same telling, on any machine. One without a text is
    /// less than any with one: a mere mention of a post never hides what it says.
    static long of(Entry entry) {
        if (entry.digest() != null) {
            return entry.digest();
        }
        var said = entry.content();
        var text =
                String.join(
                        "\u0001",
                        entry.told().key(),
                        String.valueOf(entry.identity() == null),
                        entry.at().toString(),
                        String.valueOf(entry.parent()),
                        String.valueOf(said.title()),
                        String.valueOf(said.text()),
                        String.valueOf(said.url()),
                        new TreeSet<>(said.mentions()).toString(),
                        said.files().toString(),
                        new TreeMap<>(said.facts()).toString());
        var silent = said.text() == null || said.text().isBlank();
        return silent ? hash(text) | Long.MIN_VALUE : hash(text) & Long.MAX_VALUE;
    }

    /// The digest of an edit that told only the text.
    static long of(@Nullable String text, Instant at) {
        return hash(at + "\u0001" + text);
    }

    /// FNV-1a, 64 bits.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
