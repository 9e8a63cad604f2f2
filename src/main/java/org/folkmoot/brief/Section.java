package org.folkmoot.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a brief in words: the page, the PDF and the command line show the same.
///
/// @param id its place on the page
/// @param lede what it comes to, in a sentence or two
/// @param none what is said when it has no lines
record Section(String id, String title, String lede, List<Line> lines, String none) {

    Section {
        lines = List.copyOf(lines);
    }

    /// @param lead a name, a term, what it is about; may be empty
    /// @param words a sentence or a quote
    /// @param note how much it is, may be empty
    /// @param path where it leads, below the community; null for nowhere
    record Line(String lead, String words, String note, @Nullable String path) {

        Line(String lead, String words) {
            this(lead, words, "", null);
        }
    }
}
