package org.folkmoot.sources;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.folkmoot.sources.vault.Secrets;

/// What a connector needs to listen to its platform for a long time.
public final class Stream {

    private static final String MEMORY = "stream";

    private final Callee.One to;
    private final Line line;
    private final Sockets sockets;
    private final CallStore store;
    private final Calls calls;
    private final Secrets secrets;
    private final BooleanSupplier over;

    Stream(
            Callee.One to,
            Line line,
            Sockets sockets,
            CallStore store,
            Calls calls,
            Secrets secrets,
            BooleanSupplier over) {
        this.to = to;
        this.line = line;
        this.sockets = sockets;
        this.store = store;
        this.calls = calls;
        this.secrets = secrets;
        this.over = over;
    }

    /// For what must be asked besides.
    public Line line() {
        return line;
    }

    public Sockets sockets() {
        return sockets;
    }

    /// Keeps what the platform told, with others in one commit.
    ///
    /// @param name its name there: what comes again under it is known already
    /// @return true once it is safely there; false when it could not be kept
    public CompletableFuture<Boolean> keep(String name, String body) {
        return store.offer(to, name, new Call("POST", Map.of(), Map.of(), Signature.bytes(body)));
    }

    /// The name of what was kept last and begins so.
    public Optional<String> last(String prefix) {
        return calls.lastNamed(to.source(), prefix);
    }

    /// What was to be remembered last, sealed as secrets are.
    public Optional<String> memory() {
        return secrets.open(to.source(), MEMORY).filter(kept -> !kept.isEmpty());
    }

    /// @param what empty to forget it
    public void remember(String what) {
        if (what.isEmpty()) {
            secrets.drop(to.source(), MEMORY);
        } else {
            secrets.keep(to.source(), MEMORY, what);
        }
    }

    /// Whether nobody wants more: the connection was paused or removed, another process has it, or
    /// this one ends.
    public boolean over() {
        return over.getAsBoolean();
    }
}
