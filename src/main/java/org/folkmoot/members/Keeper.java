package org.folkmoot.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Writes a module's own lines into the export of everything and takes them back from one. Each
/// module that keeps what a community would miss offers one as a bean; see docs/export-format.md.
public interface Keeper extends PeopleArchive.AlsoKnown {

    /// A line that cannot be kept.
    ///
    /// @param why in a sentence for who imports
    record Unkept(JsonNode row, String why) {}

    /// The types of its lines: `organisation`.
    Set<String> types();

    /// Takes one line in the transaction of the import. What is here already changes nothing.
    ///
    /// @return why it cannot be kept, in a sentence; empty when it is
    /// @throws org.folkmoot.kernel.Refusal.Unusable the same; nothing of the line remains then
    Optional<String> take(JsonNode row, Named named);

    /// The same for all its lines of a page, in their order. When it throws, nothing of them
    /// remains, and they are taken half by half.
    default List<Unkept> take(List<JsonNode> rows, Named named) {
        var unkept = new ArrayList<Unkept>();
        rows.forEach(row -> take(row, named).ifPresent(why -> unkept.add(new Unkept(row, why))));
        return unkept;
    }
}
