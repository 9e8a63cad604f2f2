package org.folkmoot.sources;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What a connector needs to listen to its platform for a long time.
public interface Stream {

    /// For what must be asked besides.
    Line line();

    Sockets sockets();

    /// Keeps what the platform told, with others in one commit.
    ///
    /// @param name its name there: what comes again under it is known already
    /// @return true once it is safely there; false when it could not be kept
    CompletableFuture<Boolean> keep(String name, String body);

    /// The name of what was kept last and begins so.
    Optional<String> last(String prefix);

    /// What was to be remembered last, sealed as secrets are.
    Optional<String> memory();

    /// @param what empty to forget it
    void remember(String what);

    /// Whether nobody wants more: the connection was paused or removed, another process has it, or
    /// this one ends.
    boolean over();
}
