package org.folkmoot.connectors;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes back what another module wrote into our own export; each that writes lines there offers
/// one as a bean.
public interface Keeper {

    /// The types of its lines: `organisation`.
    Set<String> types();

    /// Takes one line in the transaction of the import. What is here already changes nothing.
    ///
    /// @param identity of the account it is about; null when it is about none
    /// @return why it cannot be kept, in a sentence; empty when it is
    Optional<String> take(Found.Also line, @Nullable Long identity);
}
