package org.folkmoot.web;

import org.jspecify.annotations.Nullable;

/// A sentence shown once after an action; with `undo` it becomes the bar that offers to take it
/// back.
///
/// @param undo null where the action cannot be undone (its button said so before)
public record Flash(Tone tone, String words, @Nullable Undo undo) {

    public static Flash good(String words) {
        return new Flash(Tone.GOOD, words, null);
    }

    public static Flash bad(String words) {
        return new Flash(Tone.BAD, words, null);
    }

    /// Offers for ten seconds to take the action back by a POST to `href`.
    public static Flash undoable(String words, String href) {
        return new Flash(Tone.GOOD, words, new Undo(href));
    }

    /// Where a POST takes the action back.
    public record Undo(String href) {}
}
