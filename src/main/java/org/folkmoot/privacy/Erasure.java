package org.folkmoot.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.PersonalData.Fate;
import org.folkmoot.members.PersonalData.Subject;
import org.jspecify.annotations.Nullable;

/// Somebody being forgotten, or forgotten.
///
/// @param putOn the member, as of then
/// @param done null while it is under way
record Erasure(
        long id,
        long putOn,
        Set<Long> identities,
        String by,
        Instant at,
        List<Fate> fates,
        @Nullable Instant done) {

    /// What has to be typed, as there is no way back.
    static final String WORD = "forget";

    Erasure {
        identities = Set.copyOf(identities);
        fates = List.copyOf(fates);
    }

    /// Her accounts as the preview shows them: tells whether they are still the same.
    static String accounts(Subject subject) {
        return new TreeSet<>(subject.identities())
                .stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /// @param typed what the reader typed
    /// @param shown the accounts the reader saw
    static void confirm(Subject subject, String typed, String shown) {
        if (!typed.strip().equalsIgnoreCase(WORD)) {
            throw new Refusal.Unusable(
                    "Type “%s” to confirm: there is no way back. Nothing was erased."
                            .formatted(WORD));
        }
        if (!accounts(subject).equals(shown)) {
            throw new Refusal.OutOfDate("which accounts are hers");
        }
    }
}
