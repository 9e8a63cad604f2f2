package org.folkmoot.sources;

import java.time.Instant;
import org.folkmoot.connectors.Finds;

/// How a platform calls us. Nothing is believed before `hear` has checked who called; it must
/// compare in constant time, see [Signature].
public interface Listening {

    /// The secret without which every call is refused, by its name among the connector's.
    String secret();

    /// Who calls and what it wants. Pure and quick: the platform waits.
    Heard hear(Call call, Connection connection, Instant now);

    /// What a call that was taken tells, in the same words as a pull or an import of it. May ask
    /// the platform again where the call says too little.
    ///
    /// @throws IllegalArgumentException with a sentence, when it cannot be understood
    void tell(Call call, Line line, Finds finds);
}
