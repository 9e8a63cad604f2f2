package org.folkmoot.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key for programs; the secret itself is not kept.
///
/// @param by who made it
record Token(
        long id,
        String name,
        Scope scope,
        String by,
        Instant at,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {}
