package org.folkmoot.community;

import java.time.Instant;
import java.util.Optional;

/// Works out anew what follows from a community's time zone and language: days and search words.
/// Answered by the module that keeps what people did.
public interface Recounting {

    /// Asks for it, in the running transaction; it begins in the background once that is committed.
    ///
    /// @param words whether the search words are to be made anew too
    void ask(boolean words);

    /// Since when it is under way, if it is.
    Optional<Instant> underWay();
}
