package org.folkmoot.sources.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What we say on a platform, as programs read it.
///
/// @param state `held`, `sending`, `done`, `refused`, `unconfirmed` or `taken back`
/// @param goAt when it goes out; until then it can be taken back
public record OutgoingTold(
        long id,
        String what,
        String target,
        String state,
        String by,
        Instant createdAt,
        Instant goAt,
        @Nullable String externalId,
        @Nullable String url,
        @Nullable String problem) {

    public static OutgoingTold of(Outgoing o) {
        return new OutgoingTold(
                o.id(),
                o.what().key(),
                o.target(),
                o.state().key(),
                o.by(),
                o.createdAt(),
                o.goAt(),
                o.externalId(),
                o.url(),
                o.problem());
    }
}
