package org.folkmoot.activity;

import org.jspecify.annotations.Nullable;

/// How long a search may take before it answers with what it has found so far.
///
/// @param affordable texts that may have its words and yet all be looked through; null for any
///     number
/// @param millis after which it ends when there are more
record Patience(@Nullable Integer affordable, int millis) {

    /// Of somebody who waits for a page.
    static final Patience OF_A_READER = new Patience(100_000, 800);

    /// Of somebody who wants to know for certain.
    static final Patience WITHOUT_END = new Patience(null, 0);
}
