package org.folkmoot.members;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of one identity: an account on one platform.
///
/// @param fields all that its profile holds by lower_case name, `name`, `handle` and `email` too
/// @param role member, staff, bot or nobody (a stand-in shared by many)
/// @param elsewhere the community whose export brought it, as long as nothing else told of it
public record Account(
        long identity,
        long member,
        String platform,
        String source,
        String externalId,
        String role,
        Map<String, String> fields,
        @Nullable Instant joined,
        @Nullable Instant firstSeen,
        @Nullable String elsewhere) {

    /// A field's value; null if nothing is known.
    public @Nullable String get(String field) {
        return fields.get(field);
    }
}
