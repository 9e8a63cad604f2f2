package org.folkmoot.connectors;

/// Where a reader puts what it finds. May stop the reader by throwing (cancelled, preview is full);
/// readers let that pass and close their files.
@FunctionalInterface
public interface Finds {

    void add(Found found);
}
