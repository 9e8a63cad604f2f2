package org.folkmoot.shell;

import java.io.PrintWriter;
import org.folkmoot.store.Progress;

/// One line that says what long work is at, written over and over; only for a person at a
/// terminal, which the launcher tells.
final class ProgressLine implements Progress, AutoCloseable {

    private static final String WIPE = "\r\033[K";

    private final PrintWriter err;
    private final String verb;
    private final boolean watched;
    private boolean shown;

    ProgressLine(PrintWriter err, String verb) {
        this.err = err;
        this.verb = verb;
        this.watched = Boolean.getBoolean("folkmoot.terminal");
    }

    @Override
    public void at(String what) {
        if (watched) {
            shown = true;
            err.print(WIPE + verb + " " + what + " ...");
            err.flush();
        }
    }

    @Override
    public void close() {
        wipe();
    }

    /// Makes room for the last word.
    void wipe() {
        if (shown) {
            shown = false;
            err.print(WIPE);
            err.flush();
        }
    }
}
