package org.folkmoot.sources.outgoing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subscriber as programs read it.
///
/// @param secret what it checks signatures with; told once, to whoever made it
/// @param lastSuccess when it last took something
public record SubscriberTold(
        long id,
        String name,
        String address,
        List<String> events,
        String state,
        @Nullable String secret,
        Instant createdAt,
        String by,
        @Nullable Instant lastSuccess,
        Instant nextAt,
        @Nullable String problem,
        int failures) {

    public static SubscriberTold of(Subscriber s) {
        return of(s, null);
    }

    public static SubscriberTold of(Subscribing.Made made) {
        return of(made.subscriber(), made.secret());
    }

    private static SubscriberTold of(Subscriber s, @Nullable String secret) {
        return new SubscriberTold(
                s.id(),
                s.name(),
                s.address(),
                s.wants(),
                s.state().key(),
                secret,
                s.createdAt(),
                s.by(),
                s.toldAt(),
                s.nextAt(),
                s.problem(),
                s.failures());
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "subscriber " + id;
    }
}
