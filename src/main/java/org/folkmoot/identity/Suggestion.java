package org.folkmoot.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pair that a person is asked about.
///
/// @param oneMember whose the one identity is now; never the same as `otherMember`
/// @param laterUntil when it was put off and is back since; null if it never was
public record Suggestion(
        Match match, long oneMember, long otherMember, @Nullable Instant laterUntil) {}
