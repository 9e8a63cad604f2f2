package org.folkmoot.sources.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is in the outbox of a connection, as its page lists it.
@Component
public class SaidList {

    /// One of it.
    ///
    /// @param what as people call it: "time-out"
    /// @param about its words, or what it was done to where it has none
    /// @param state how far it is, in words
    /// @param held whether it can still be taken back
    /// @param failed whether it can be tried again
    public record One(
            long id,
            String what,
            String about,
            String by,
            Instant at,
            String state,
            @Nullable String problem,
            @Nullable String url,
            boolean held,
            boolean failed) {}

    private final Outbox outbox;

    SaidList(Outbox outbox) {
        this.outbox = outbox;
    }

    /// The newest first.
    public List<One> of(long source, int most) {
        return outbox.of(source, most).stream().map(SaidList::one).toList();
    }

    private static One one(Outgoing o) {
        return new One(
                o.id(),
                o.what().words(),
                o.text().isEmpty() ? o.target() : o.text(),
                o.by(),
                o.createdAt(),
                o.state().words(),
                o.problem(),
                o.url(),
                o.state() == Outgoing.State.HELD && o.tries() == 0,
                o.state() == Outgoing.State.REFUSED || o.state() == Outgoing.State.UNCONFIRMED);
    }
}
