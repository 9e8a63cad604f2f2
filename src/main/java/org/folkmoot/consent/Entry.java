package org.folkmoot.consent;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One line of the ledger of consents; it is never changed.
///
/// @param putOn the member on whom it was put, as of then; null: an address without a member
/// @param address in lower case; empty: whichever is theirs
/// @param purpose a purpose's key, or `all`
/// @param version of the words that were seen; null when that is not known
/// @param note where the proof lies, in the team's words; may be empty
/// @param at when it was said
record Entry(
        long id,
        @Nullable Long putOn,
        String address,
        String purpose,
        Channel channel,
        Act act,
        Source source,
        @Nullable Integer version,
        String note,
        String by,
        Instant at) {

    static final Comparator<Entry> IN_TIME =
            Comparator.comparing(Entry::at).thenComparingLong(Entry::id);

    boolean decides() {
        return act != Act.ASKED;
    }

    /// Whose words these are, and of which address: later words of the same take earlier ones back.
    String of() {
        return putOn + " " + address;
    }
}
