package org.folkmoot.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person as programs see them: in the API, and one a line on the command line.
///
/// @param role `member`, `staff` or `bot`
/// @param leftAt null while they are here
public record MemberRecord(
        long id,
        String name,
        String role,
        @Nullable String organisation,
        List<String> platforms,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Instant leftAt,
        int activities,
        List<String> tags,
        List<Account> identities) {

    public MemberRecord {
        platforms = List.copyOf(platforms);
        tags = List.copyOf(tags);
        identities = List.copyOf(identities);
    }

    /// @param id of the identity, by which accounts are joined and parted
    /// @param externalId as the source names it; left out like `email` where addresses may not be
    ///     seen
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(
            long id,
            String platform,
            String source,
            @Nullable String externalId,
            @Nullable String handle,
            @Nullable String name,
            @Nullable String email,
            @Nullable String url) {}
}
