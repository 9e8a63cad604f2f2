package org.folkmoot.members;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether a text names somebody who was forgotten: by a full name, a handle, an address, an id.
/// Only covers of these are kept, so every run of words of the text is covered and looked up.
///
/// @param kept covers of all that the forgotten were called
record Naming(Cover cover, Set<String> kept) {

    /// Shorter ones stand in texts that have nothing to do with her.
    private static final int LONG_ENOUGH = 5;

    private static final int MOST_WORDS = 6;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /// The cover under which that is kept; empty for what would be found everywhere.
    static Optional<String> of(Cover cover, String called) {
        var words = words(called);
        var plain = String.join(" ", words);
        return plain.length() < LONG_ENOUGH || words.size() > MOST_WORDS
                ? Optional.empty()
                : Optional.of(cover.of("called", plain));
    }

    boolean in(String text) {
        if (kept.isEmpty()) {
            return false;
        }
        var words = words(text);
        for (int from = 0; from < words.size(); from++) {
            var most = Math.min(words.size(), from + MOST_WORDS);
            for (int until = from + 1; until <= most; until++) {
                var plain = String.join(" ", words.subList(from, until));
                if (plain.length() >= LONG_ENOUGH && kept.contains(cover.of("called", plain))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
