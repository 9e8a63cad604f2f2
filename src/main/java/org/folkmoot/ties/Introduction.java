package org.folkmoot.ties;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Two people who might gain by knowing each other, and what became of it.
///
/// @param one of a welcome, the newcomer
/// @param other of a welcome, who could help
/// @param reason for the team, in words
/// @param draft what could be written to both
/// @param since when it came into its state
/// @param by who brought it there; empty for a suggestion of Folkmoot's
/// @param seenAnswered whether the ledger told that they met, not a teammate
record Introduction(
        long id,
        Kind kind,
        Someone one,
        Someone other,
        String reason,
        String draft,
        State state,
        Instant since,
        String by,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        boolean seenAnswered) {

    static final int DRAFT = 4_000;

    record Someone(long member, String name, String organisation) {}

    enum Kind {
        SHARED,
        WELCOME;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum State {
        SUGGESTED("Suggested"),
        ACCEPTED("Accepted"),
        SENT("Sent"),
        ANSWERED("They met"),
        DISMISSED("Not now"),
        NEVER("Never");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return Arrays.stream(values())
                    .filter(s -> s.key().equals(key))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new Refusal.Unusable(
                                            "Say accepted, sent, answered, dismissed or never."));
        }

        /// Where it can go from here by somebody's hand.
        Set<State> next() {
            return switch (this) {
                case SUGGESTED -> Set.of(ACCEPTED, SENT, DISMISSED, NEVER);
                case ACCEPTED -> Set.of(SENT, DISMISSED, NEVER);
                case SENT -> Set.of(ANSWERED, DISMISSED, NEVER);
                case ANSWERED, DISMISSED, NEVER -> Set.of();
            };
        }
    }

    /// @throws Refusal.Unusable for an empty or endless one
    static String usable(String draft) {
        var clean = draft.replace("\0", "").replace("\r\n", "\n").strip();
        if (clean.isEmpty() || clean.length() > DRAFT) {
            throw new Refusal.Unusable(
                    "Write a message of up to 4,000 characters. The one kept before is still here.");
        }
        return clean;
    }
}
