package org.folkmoot.web;

import org.jspecify.annotations.Nullable;

/// An error as the person meets it.
///
/// @param happened what happened, one sentence
/// @param safe what is safe: "Nothing you entered before was lost."
/// @param next what to do now
/// @param reference the id an operator finds in the log, or null when nothing was logged
/// @param back a link to a page that works, and its words
/// @param kept what they had written in vain; null when they wrote nothing
public record Mishap(
        String happened,
        String safe,
        String next,
        @Nullable String reference,
        String back,
        String backWords,
        @Nullable Kept kept) {

    /// @param words what it is, for the label
    public record Kept(String words, String text) {}
}
