package org.folkmoot.store;

/// Hears what long work is at.
public interface Progress {

    /// Comes before each step.
    ///
    /// @param what a table, or a file below the data folder
    void at(String what);
}
