package org.folkmoot.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.web.Chart;
import org.jspecify.annotations.Nullable;

/// Who moved from which level to which, as a flow: what rises moved up.
record MovesPicture(Question asked, Moves moves, Locale locale) {

    /// From the innermost outward; 0 is no level.
    private static final List<Integer> RANKS = List.of(4, 3, 2, 1, 0);

    Chart chart(@Nullable String csv) {
        var series = new ArrayList<Chart.Series>();
        for (int to : RANKS) {
            series.add(
                    new Chart.Series(
                            name(to),
                            RANKS.stream().map(from -> people(from, to)).toList(),
                            1,
                            false));
        }
        return new Chart(
                "chart-moves",
                Chart.Shape.FLOW,
                finding(),
                "members",
                "Were at",
                RANKS.stream().map(this::name).toList(),
                series,
                List.of(),
                csv,
                locale);
    }

    private String name(int rank) {
        return rank == 0 ? "No level" : asked.profile().rank(rank);
    }

    /// Those who had no level on both days are nobody's move.
    private Double people(int from, int to) {
        return from == 0 && to == 0 ? Double.NaN : (double) moves.people()[from][to];
    }

    private String finding() {
        int up = moves.count(Moves.Way.UP) + moves.count(Moves.Way.CAME);
        int down = moves.count(Moves.Way.DOWN) + moves.count(Moves.Way.WENT);
        var of = "%s closer in, %s further out".formatted(count(up), count(down));
        return up == down
                ? "As many moved closer in as further out: " + count(up)
                : up > down ? "More moved in than out: " + of : "More moved out than in: " + of;
    }

    private String count(int people) {
        return Words.count(people, locale);
    }
}
