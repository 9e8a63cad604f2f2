package org.folkmoot.members;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person as a set of accounts makes them: as they are, or as they would be after accounts were
/// joined or parted. All that a reader may not see is left out already.
///
/// @param member whose id they have, or would have
/// @param accounts the busiest first
/// @param standing member, staff, bot or nobody
/// @param tags in alphabetical order
/// @param notes how many; 0 where the reader may not see them
/// @param face digest of their picture that is kept here; null for none
public record Sketch(
        long member,
        String name,
        String standing,
        List<Account> accounts,
        int activities,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        List<Field> fields,
        List<String> tags,
        int notes,
        @Nullable String face) {

    public Sketch {
        accounts = List.copyOf(accounts);
        fields = List.copyOf(fields);
        tags = List.copyOf(tags);
    }

    /// @param shown what people call it
    /// @param email null also where the reader may not see it
    /// @param platform as in the source: `github`
    /// @param on the same for people: "GitHub"
    public record Account(
            long identity,
            String shown,
            @Nullable String email,
            String platform,
            String on,
            int activities) {

        /// "ada on GitHub".
        public String words() {
            return shown + " on " + on;
        }
    }

    /// What is told of the person.
    ///
    /// @param values the one shown first, then what other accounts say instead
    public record Field(String label, List<Value> values) {
        public Field {
            values = List.copyOf(values);
        }
    }

    /// @param on whose account says so: "GitHub"
    /// @param asOf when it was true; null if nobody knows
    public record Value(String value, String on, @Nullable Instant asOf) {}
}
