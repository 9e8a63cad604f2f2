package org.folkmoot.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An ask as it stands.
///
/// @param putOn the member who was asked, as of then; null for somebody who is no member
/// @param address where a mail goes; empty by hand
/// @param reason why it is held, was not sent or was cancelled; else empty
/// @param goesAt when it goes, or is looked at again
/// @param by who asked
/// @param endedAt when it was sent, or what else ended it
public record Asked(
        long id,
        @Nullable Long putOn,
        String purpose,
        Channel channel,
        String module,
        String key,
        String address,
        String subject,
        String text,
        boolean counts,
        AskState state,
        String reason,
        Instant goesAt,
        Instant expiresAt,
        String by,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /// The time that says most: when it ended, else when it began.
    Instant at() {
        return endedAt == null ? createdAt : endedAt;
    }

    /// Whether it can still be taken back.
    public boolean open() {
        return state == AskState.WAITING || state == AskState.HELD;
    }
}
