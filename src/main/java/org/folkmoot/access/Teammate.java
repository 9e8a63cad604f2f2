package org.folkmoot.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account with its role in one community.
record Teammate(
        Account account,
        Role role,
        Instant since,
        @Nullable Instant seenAt,
        @Nullable Instant seenBefore) {}
