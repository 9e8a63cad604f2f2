package org.folkmoot.sources;

import java.time.Duration;

/// How a platform tells what happens over a connection that lasts, where it makes no calls of it.
/// What it tells is kept like calls, and understood by [Listening#tell].
public interface Streaming {

    /// Whether a connection is told so.
    boolean wanted(Connection connection);

    /// Stays connected until it ends or nobody wants more, see [Stream#over]. The next time it goes
    /// on behind what was kept last.
    Ended listen(Stream stream) throws InterruptedException;

    /// Why it ended.
    sealed interface Ended {

        /// As it should now and then: it is connected again after that rest.
        record Again(Duration rest) implements Ended {}

        /// It came to nothing; it is tried again later, and more seldom each time.
        record Failed(String why) implements Ended {}

        /// Only a person can mend it.
        record Never(String why) implements Ended {}
    }
}
