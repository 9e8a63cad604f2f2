package org.folkmoot.thanks;

import java.time.Instant;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;

/// Something that a person did and that is worth a thank-you.
///
/// @param member whose it is now
/// @param platform where it happened
record Moment(Key key, long member, String platform, Instant at, int worth) {

    /// Which moment, as addresses and forms name it.
    ///
    /// @param identity the account that did it
    record Key(long identity, MomentKind kind, int nth, long activity) {

        String text() {
            return "%s-%d-%d-%d".formatted(kind.key(), nth, identity, activity);
        }

        /// @throws Refusal.Unusable when it is none of ours
        static Key of(String text) {
            var parts = text.split("-", -1);
            try {
                return new Key(
                        Long.parseLong(parts[2]),
                        MomentKind.of(parts[0].toLowerCase(Locale.ROOT)),
                        Integer.parseInt(parts[1]),
                        Long.parseLong(parts[3]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new Refusal.Unusable(
                        "Which moment is meant cannot be read. Reload the page.");
            }
        }

        String words() {
            return kind.words(nth);
        }
    }
}
