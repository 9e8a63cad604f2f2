package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.List;

/// What members made, and what others did with it.
final class Contents {

    private Contents() {}

    /// The whole, and by what one can break it down.
    ///
    /// @param hours weekday 1 (Monday) to 7, and hour 0 to 23, of the community's clock
    record Breakdown(
            Engagement whole,
            Views views,
            List<Part<String>> kinds,
            List<Part<String>> platforms,
            List<Part<Long>> places,
            List<Part<Hour>> hours,
            List<Part<LocalDate>> days) {}

    record Part<K>(K key, Engagement engagement) {}

    record Hour(int weekday, int hour) {}
}
