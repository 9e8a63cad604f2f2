package org.folkmoot.sources;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.connectors.Finds;

/// How a platform calls us. Nothing is believed before `hear` has checked who called; it must
/// compare in constant time, see [Signature].
public interface Listening {

    /// The secret without which every call is refused, by its name among the connector's.
    String secret();

    /// Whether its address ends in a key that only the platform knows, `/hooks/12/KEY`, which is
    /// looked at before anything else: for those that sign nothing, and those that learn.
    default boolean keyed() {
        return learns();
    }

    /// Whether the secret comes with a handshake, see [Heard.Learn].
    default boolean learns() {
        return false;
    }

    /// Whether a person has to type in at the platform what its handshake brought, and so is shown
    /// it once.
    default boolean typedIn() {
        return false;
    }

    /// Whether we can ask the platform to call, by [#arrange].
    default boolean arranges() {
        return false;
    }

    /// Whether the secret that it signs with is ours to choose, and sent along by [#arrange]; else
    /// it must be given before.
    default boolean chooses() {
        return true;
    }

    /// Asks the platform to call this address, or goes on with what was asked before.
    ///
    /// @return until when it does; empty when it cannot be asked, [Instant#MAX] when it never ends
    default Optional<Instant> arrange(Line line, String address) {
        return Optional.empty();
    }

    /// Asks the platform to call this address no more, before the connection goes; nothing where it
    /// calls it no more already. What else it calls is left as it is.
    ///
    /// @throws IllegalArgumentException with a sentence, when it goes on calling
    default void unlisten(Line line, String address) {}

    /// Who calls and what it wants. Pure and quick: the platform waits.
    Heard hear(Call call, Connection connection, Instant now);

    /// What a call that was taken tells, in the same words as a pull or an import of it. May ask
    /// the platform again where the call says too little.
    ///
    /// @throws IllegalArgumentException with a sentence, when it cannot be understood
    void tell(Call call, Line line, Finds finds);
}
