package org.folkmoot.connectors;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.intake.Tree;

/// One kind of export: knows it by sight and reads it from end to end. Pure: no database, no clock,
/// no network. Reads as a stream: never a whole file in memory, however large.
///
/// The same export must always give the same findings in the same order: an import that was killed
/// goes on by reading again and passing over what it had already stored.
public interface Format {

    /// The verb's argument and the URL's part: `slack`.
    String name();

    /// Other names by which people ask for it: `mbox`. In lower case, and no other format's.
    default Set<String> alsoCalled() {
        return Set.of();
    }

    /// "Slack workspace export".
    String title();

    /// Two or three sentences that tell a coordinator how to get this file.
    String howToGet();

    /// What a person may choose before the import; mostly nothing.
    default List<Choice> choices() {
        return List.of();
    }

    /// Whether this looks like one of ours, judged by names and the first few kilobytes of at most
    /// a handful of files. Must not be fooled by other formats' files.
    boolean recognises(Tree tree) throws IOException;

    /// Whether it is read out of the tree's files; then whatever had to be left out of the tree is
    /// refused.
    default boolean readsFiles() {
        return true;
    }

    /// Changes when what would be read does: a run that was cut short goes on only in the same
    /// export.
    default String fingerprint(Tree tree) throws IOException {
        return tree.fingerprint();
    }

    /// Reads everything.
    ///
    /// @param options what the person chose, by name (`source`, `place`, `mapping`...); mostly
    ///     empty
    /// @throws IOException when the export as a whole cannot be read; a single bad row is
    ///     `Found.Refused` instead and the reading goes on
    void read(Tree tree, Map<String, String> options, Finds finds) throws IOException;
}
