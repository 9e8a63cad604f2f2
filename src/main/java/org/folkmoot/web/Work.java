package org.folkmoot.web;

import org.jspecify.annotations.Nullable;

/// Work that takes longer than a page: an import, an export.
///
/// @param done 0 to 1, or null while nobody knows how much there is
/// @param words rate, remaining time and what it does now: "12,400 rows/s, about 2 min left,
/// reading #help"
/// @param cancel where a POST stops it, or null when it is over or cannot be stopped
public record Work(
        String id,
        String title,
        String href,
        @Nullable Double done,
        String words,
        State state,
        @Nullable String cancel) {

    public Work {
        if (done != null && !(done >= 0 && done <= 1)) {
            throw new IllegalArgumentException("Work is done from 0 to 1, got " + done);
        }
    }

    /// How far it is.
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    boolean running() {
        return state == State.RUNNING;
    }
}
