package org.folkmoot.members;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person with all their accounts.
///
/// @param role as told by the platforms; holds unless `roleByHand` is set
/// @param leftAt null also for who came back
/// @param face digest of their picture that is kept here; null for none
record Member(
        long id,
        String name,
        String role,
        @Nullable String roleByHand,
        @Nullable String organisation,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Instant leftAt,
        int activities,
        @Nullable String face,
        List<Account> accounts) {

    Member {
        accounts = List.copyOf(accounts);
    }

    /// One account on one platform.
    ///
    /// @param id of the identity
    record Account(
            long id,
            String source,
            String platform,
            String externalId,
            @Nullable String name,
            @Nullable String handle,
            @Nullable String email,
            @Nullable String url,
            int activities,
            @Nullable Instant lastSeen,
            Profile told) {

        /// The address, if a browser may go there: nothing but the web.
        @Nullable String link() {
            return url != null && (url.startsWith("https://") || url.startsWith("http://"))
                    ? url
                    : null;
        }

        /// What people call this account.
        String shown(boolean contacts) {
            var words = handle != null ? handle : name != null ? name : externalId;
            return Wording.name(words, contacts);
        }
    }

    String standing() {
        return roleByHand == null ? role : roleByHand;
    }
}
