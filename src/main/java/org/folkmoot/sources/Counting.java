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
    /// @param by the account that did it, as the platform knows it; empty for anybody
    /// @param kinds as they were told; none for people instead
    record Total(
            String name, long theirs, String source, String place, String by, Set<Kind> kinds) {

        public Total {
            kinds = Set.copyOf(kinds);
        }

        public Total(String name, long theirs, String source, String place, Set<Kind> kinds) {
            this(name, theirs, source, place, "", kinds);
        }

        /// Those who joined and have not left since, of whom this connection told.
        public static Total people(String name, long theirs) {
            return new Total(name, theirs, "", "", Set.of());
        }
    }
}
