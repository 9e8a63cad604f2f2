package org.folkmoot.consent;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something a module wants of one person, or wants her to know.
///
/// @param member whom; who was joined with another is that other
/// @param purpose the key of a purpose: `news`
/// @param module who asks: `introductions`
/// @param key by which the module knows this ask, up to 200 characters; the same key never reaches
///   anybody twice, however often it is asked
/// @param letter null by hand
/// @param within how long it may be held before it is no use any more
public record Ask(
        long member,
        String purpose,
        Channel channel,
        String module,
        String key,
        @Nullable Letter letter,
        Duration within) {

    static final Duration USUAL = Duration.ofDays(14);

    public Ask {
        if (module.isBlank() || key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("An ask needs a module and a key");
        }
        if ((channel == Channel.MAIL) != (letter != null)) {
            throw new IllegalArgumentException("A mail needs a letter, and only a mail has one");
        }
        if (!within.isPositive()) {
            throw new IllegalArgumentException("An ask needs time to reach somebody");
        }
    }

    /// A mail that may be held for up to 14 days.
    public static Ask mail(long member, String purpose, String module, String key, Letter letter) {
        return new Ask(member, purpose, Channel.MAIL, module, key, letter, USUAL);
    }

    /// What a teammate has written to somebody on a platform.
    public static Ask byHand(long member, String purpose, String module, String key) {
        return new Ask(member, purpose, Channel.HAND, module, key, null, USUAL);
    }
}
