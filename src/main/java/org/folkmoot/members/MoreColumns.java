package org.folkmoot.members;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What another module adds to tables of people, as a bean.
public interface MoreColumns {

    /// Those of the community we are in; one short statement.
    ///
    /// @param contacts whether the reader sees contact data
    Columns here(boolean contacts);

    /// @param heads their names; never empty ones
    /// @param sql one expression for a row of `members.member m`: everything that the cells need,
    ///   as text
    /// @param cells from that text, as many as there are heads; null where nothing is known
    record Columns(
            List<String> heads,
            String sql,
            Function<@Nullable String, List<@Nullable String>> cells) {

        public Columns {
            heads = List.copyOf(heads);
        }
    }
}
