package org.folkmoot.connectors;

import java.util.Optional;

/// What may stand in the way of any import that did not begin before; whoever has such a reason
/// offers one as a bean.
public interface Hindrance {

    /// @return why nothing can be imported now and what to do, in a sentence; empty when it can
    Optional<String> why();
}
