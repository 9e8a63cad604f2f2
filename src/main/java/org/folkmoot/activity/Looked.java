package org.folkmoot.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a look into the stream came to.
///
/// @param lookedTo where a search lost its patience: what is older is not looked through yet; null
///     when nothing is left out
record Looked(List<Item> items, @Nullable Cursor lookedTo) {

    /// How many there are.
    ///
    /// @param many at least
    /// @param all whether these are all
    record Count(long many, boolean all) {}
}
