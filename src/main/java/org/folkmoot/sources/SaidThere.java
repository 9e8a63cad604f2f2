package org.folkmoot.sources;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What we said and did at a connection, for its page; the outbox tells.
public interface SaidThere {

    /// The newest first.
    List<One> of(long source, int most);

    /// One of it.
    ///
    /// @param what as people call it: "time-out"
    /// @param about its words, or what it was done to where it has none
    /// @param state how far it is, in words
    /// @param held whether it can still be taken back
    /// @param failed whether it can be tried again
    record One(
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
}
