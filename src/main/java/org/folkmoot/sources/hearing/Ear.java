package org.folkmoot.sources.hearing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Sockets;
import org.folkmoot.sources.Stream;
import org.folkmoot.sources.vault.Secrets;

/// Keeps what a stream tells as calls are kept.
///
/// @param ended whether nobody wants more
record Ear(
        Callee.One to,
        Line line,
        Sockets sockets,
        CallStore store,
        Calls calls,
        Secrets secrets,
        BooleanSupplier ended)
        implements Stream {

    private static final String MEMORY = "stream";

    @Override
    public CompletableFuture<Boolean> keep(String name, String body) {
        return store.offer(to, name, new Call("POST", Map.of(), Map.of(), Signature.bytes(body)));
    }

    @Override
    public Optional<String> last(String prefix) {
        return calls.lastNamed(to.source(), prefix);
    }

    @Override
    public Optional<String> memory() {
        return secrets.open(to.source(), MEMORY).filter(kept -> !kept.isEmpty());
    }

    @Override
    public void remember(String what) {
        if (what.isEmpty()) {
            secrets.drop(to.source(), MEMORY);
        } else {
            secrets.keep(to.source(), MEMORY, what);
        }
    }

    @Override
    public boolean over() {
        return ended.getAsBoolean();
    }
}
