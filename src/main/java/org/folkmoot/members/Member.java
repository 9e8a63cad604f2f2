package org.folkmoot.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    /// @param others what other accounts say instead, the latest first
    record Fact(
            String key,
            String label,
            String value,
            String platform,
            @Nullable Instant asOf,
            List<Also> others) {}

    /// A value that is kept beside the one shown.
    record Also(String value, String platform, @Nullable Instant asOf) {}

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
        return facts(accounts);
    }

    /// The same of accounts that may never have been one member's.
    static List<Fact> facts(List<Account> accounts) {
        var facts = new ArrayList<Fact>();
        for (var field : FIELDS) {
            var telling =
                    accounts.stream()
                            .filter(a -> a.told().fields().containsKey(field.key()))
                            .sorted(
                                    Comparator.comparing(
                                            (Account a) -> dated(a, field),
                                            Profile.LATER.reversed()))
                            .toList();
            if (!telling.isEmpty() && !dated(telling.getFirst(), field).v().isBlank()) {
                var first = telling.getFirst();
                var shown = dated(first, field);
                facts.add(
                        new Fact(
                                field.key(),
                                field.label(),
                                shown.v(),
                                first.platform(),
                                asOf(shown),
                                others(telling, field, shown.v())));
            }
        }
        return facts;
    }

    private static List<Also> others(List<Account> telling, Field field, String shown) {
        var others = new LinkedHashMap<String, Also>();
        for (var account : telling) {
            var dated = dated(account, field);
            if (!dated.v().isBlank() && !alike(dated.v(), shown)) {
                others.putIfAbsent(
                        dated.v().strip().toLowerCase(Locale.ROOT),
                        new Also(dated.v(), account.platform(), asOf(dated)));
            }
        }
        return List.copyOf(others.values());
    }

    private static boolean alike(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static @Nullable Instant asOf(Profile.Dated dated) {
        return dated.at().isEmpty() ? null : dated.instant();
    }

    private static Profile.Dated dated(Account account, Field field) {
        return Objects.requireNonNull(account.told().fields().get(field.key()));
    }
}
