package org.folkmoot.sources;

import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;

/// How much a platform itself says that there is.
@FunctionalInterface
public interface Counting {

    /// Asks for totals, by a request or a few that bring nothing else.
    List<Total> count(Line line);

    /// One total, and what of ours it is to be held against.
    ///
    /// @param name for people: "issues of ada/moot"
    /// @param source the space of ours
    /// @param place the name of a place in it; empty for all
    /// @param kinds as they were told
    record Total(String name, long theirs, String source, String place, Set<Kind> kinds) {

        public Total {
            kinds = Set.copyOf(kinds);
        }
    }
}
