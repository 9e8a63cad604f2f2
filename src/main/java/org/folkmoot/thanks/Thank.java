package org.folkmoot.thanks;

import java.time.Instant;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// What the team did about a moment: thanked for it, or let it be.
///
/// @param batch by which it is taken back
/// @param member whose it is now
/// @param way null for what was skipped
record Thank(
        long id,
        long batch,
        long member,
        MomentKind kind,
        int nth,
        long activity,
        Instant momentAt,
        boolean thanked,
        @Nullable Way way,
        @Nullable String note,
        String by,
        Instant at) {

    static final int LONGEST_NOTE = 2_000;

    /// Where a thank-you was said.
    enum Way {
        PLATFORM("where it happened"),
        MAIL("by mail"),
        PERSON("in person"),
        GIFT("with a gift");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Way of(String key) {
            for (var way : values()) {
                if (way.key().equals(key)) {
                    return way;
                }
            }
            throw new Refusal.Unusable(
                    "Say where you thanked: platform, mail, person or gift, not %s."
                            .formatted(key));
        }
    }

    String words() {
        return kind.words(nth);
    }

    /// A note as it is kept; null for none.
    static @Nullable String note(@Nullable String text) {
        var clean = text == null ? "" : text.replace("\0", "").strip();
        if (clean.length() > LONGEST_NOTE) {
            throw new Refusal.Unusable("Write a note of up to 2,000 characters.");
        }
        return clean.isEmpty() ? null : clean;
    }
}
