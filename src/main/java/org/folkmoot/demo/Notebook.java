package org.folkmoot.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Deed;
import org.folkmoot.connectors.Found.Mark;
import org.jspecify.annotations.Nullable;

/// Everything that was done, collected before it is told in the order of time. What would lie after
/// the end of the two years has not happened yet and is left out.
final class Notebook {

    private final Instant until;
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    Notebook(Instant until) {
        this.until = until;
    }

    /// @return whether it has happened
    boolean add(Deed deed) {
        boolean happened = deed.at() != null && !deed.at().isAfter(until);
        if (happened) {
            deeds.add(
                    deed.edited() != null && deed.edited().isAfter(until)
                            ? deed.edited(null)
                            : deed);
        }
        return happened;
    }

    void mark(Platform platform, String id, Mark.What what, @Nullable Actor by, Instant at) {
        if (!at.isAfter(until)) {
            marks.add(new Mark(platform.source(), id, what, by == null ? null : by.id(platform), at));
        }
    }

    void tell(Finds finds) {
        deeds.sort(Comparator.comparing(Deed::at).thenComparing(Deed::source).thenComparing(Deed::id));
        deeds.forEach(finds::add);
        marks.forEach((Found mark) -> finds.add(mark));
    }
}
