package org.folkmoot.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person with all their accounts.
///
/// @param role as told by the platforms; holds unless `roleByHand` is set
/// @param leftAt null also for who came back
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
        List<Account> accounts) {

    private static final List<Field> FIELDS =
            List.of(
                    new Field("organisation", "Organisation"),
                    new Field("title", "Title"),
                    new Field("location", "Location"),
                    new Field("timezone", "Time zone"),
                    new Field("language", "Language"),
                    new Field("pronouns", "Pronouns"),
                    new Field("bio", "About"));

    Member {
        accounts = List.copyOf(accounts);
    }

    private record Field(String key, String label) {}

    /// What an account says of the person.
    ///
    /// @param platform whose account says so
    /// @param asOf when that was true; null if nobody knows
    record Fact(String key, String label, String value, String platform, @Nullable Instant asOf) {}

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

    /// Of what several accounts say the latest, as the member's own columns have it.
    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        for (var field : FIELDS) {
            accounts.stream()
                    .filter(a -> a.told().fields().containsKey(field.key()))
                    .max(Comparator.comparing(a -> dated(a, field), Profile.LATER))
                    .ifPresent(
                            a -> {
                                var dated = dated(a, field);
                                if (!dated.v().isBlank()) {
                                    facts.add(
                                            new Fact(
                                                    field.key(),
                                                    field.label(),
                                                    dated.v(),
                                                    a.platform(),
                                                    dated.at().isEmpty() ? null : dated.instant()));
                                }
                            });
        }
        return facts;
    }

    private static Profile.Dated dated(Account account, Field field) {
        return java.util.Objects.requireNonNull(account.told().fields().get(field.key()));
    }
}
