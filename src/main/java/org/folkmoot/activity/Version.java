package org.folkmoot.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A text that something said at some time but says no more, or never came to say.
///
/// @param stored true when the text stands in the ledger's row and is copied from there
record Version(
        Row row,
        long digest,
        boolean stored,
        @Nullable String title,
        @Nullable String text,
        @Nullable Instant edited) {

    /// The known row's present text, before it is overwritten.
    static Version kept(Row row) {
        return new Version(row, row.digest, true, null, null, null);
    }

    static Version of(Row row) {
        var said = java.util.Objects.requireNonNull(row.content);
        return new Version(row, row.digest, false, said.title(), said.text(), said.edited());
    }

    static Version of(Row row, Entry lost, long digest) {
        var said = lost.content();
        return new Version(row, digest, false, said.title(), said.text(), said.edited());
    }

    static Version of(Row row, Page.Edit lost, long digest) {
        return new Version(row, digest, false, null, lost.text(), lost.at());
    }
}
