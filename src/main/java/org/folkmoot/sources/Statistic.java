package org.folkmoot.sources;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/// A figure that a platform tells of itself. One of the same day, name and `of` takes the place of
/// what was told before.
///
/// @param day in the platform's own time zone
/// @param name what is counted: `views`, `followers`
/// @param of what it is counted of: `{"landing page": "/docs"}`
public record Statistic(LocalDate day, String name, Map<String, String> of, BigDecimal value) {

    public Statistic {
        of = Map.copyOf(of);
    }
}
