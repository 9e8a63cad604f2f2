package org.folkmoot.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Mark;
import org.jspecify.annotations.Nullable;

/// Everything that was done, collected before it is told in the order of time. What would lie after
/// the end of the two years has not happened yet and is left out.
final class Notebook {

    private record Dated(Instant at, Deed deed) {}

    private final Instant until;
    private final List<Dated> deeds = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    Notebook(Instant until) {
        this.until = until;
    }

    /// @return whether it has happened
    boolean add(Deed deed) {
        var at = deed.at();
        if (at == null || at.isAfter(until)) {
            return false;
        }
        var edited = deed.edited();
        deeds.add(
                new Dated(at, edited != null && edited.isAfter(until) ? deed.edited(null) : deed));
        return true;
    }

    void mark(Platform platform, String id, Mark.What what, @Nullable Actor by, Instant at) {
        if (!at.isAfter(until)) {
            marks.add(
                    new Mark(platform.source(), id, what, by == null ? null : by.id(platform), at));
        }
    }

    void tell(Finds finds) {
        deeds.sort(Comparator.comparing(Dated::at));
        deeds.forEach(dated -> finds.add(dated.deed()));
        marks.forEach(finds::add);
    }
}
