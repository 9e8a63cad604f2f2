package org.folkmoot.orbit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;
import org.springframework.jdbc.core.JdbcTemplate;

/// The same levels and the same love, worked out naively: every activity of the ledger is looked
/// at for everybody.
final class SecondOrbit {

    private record Deed(long member, LocalDate day, Kind kind) {}

    private final List<Deed> deeds = new ArrayList<>();
    private final Map<Long, String> roles = new HashMap<>();
    private final Map<Kind, Integer> instead;

    SecondOrbit(JdbcTemplate db, ZoneId zone, Map<Kind, Integer> instead) {
        this.instead = instead;
        db.query(
                "select id, coalesce(role_by_hand, role) from members.member",
                row -> {
                    roles.put(row.getLong(1), row.getString(2));
                });
        db.query(
                """
                select i.member_id, a.at, a.kind from activity.activity a
                join members.identity i on i.community_id = a.community_id and i.id = a.identity_id where a.counted
                """,
                row -> {
                    deeds.add(
                            new Deed(
                                    row.getLong(1),
                                    row.getObject(2, OffsetDateTime.class)
                                            .atZoneSameInstant(zone)
                                            .toLocalDate(),
                                    Kind.of(row.getString(3))));
                });
    }

    private int weight(Kind kind) {
        return instead.getOrDefault(kind, kind.weight());
    }

    private List<Deed> of(long member) {
        return roles.getOrDefault(member, "nobody").matches("member|staff")
                ? deeds.stream().filter(d -> d.member == member).toList()
                : List.of();
    }

    int step(long member, LocalDate asOf) {
        var year =
                of(member).stream()
                        .filter(d -> !d.day.isAfter(asOf) && d.day.isAfter(asOf.minusDays(365)))
                        .toList();
        int step = year.stream().mapToInt(d -> weight(d.kind)).max().orElse(0);
        var active =
                year.stream()
                        .filter(d -> d.kind.counts(Kind.Counts.ACTIVE))
                        .map(Deed::day)
                        .distinct()
                        .toList();
        // a week is known by its Thursday
        long weeks = many(active, 2, d -> d.with(java.time.DayOfWeek.THURSDAY).toString());
        long months = many(active, 7, d -> d.toString().substring(0, 7));
        long quarters = many(active, 30, d -> d.getYear() + " " + d.get(IsoFields.QUARTER_OF_YEAR));
        step = Math.max(step, weeks == 0 ? 0 : weeks == 1 ? 4 : weeks == 2 ? 5 : 6);
        step = Math.max(step, months == 0 ? 0 : months == 1 ? 7 : months == 2 ? 8 : 9);
        return Math.max(step, quarters == 0 ? 0 : quarters == 1 ? 10 : quarters == 2 ? 11 : 12);
    }

    private static long many(List<LocalDate> days, int enough, Function<LocalDate, String> piece) {
        return days.stream()
                .collect(Collectors.groupingBy(piece, Collectors.counting()))
                .values()
                .stream()
                .filter(n -> n >= enough)
                .count();
    }

    double love(long member, LocalDate asOf) {
        double love = 0;
        for (var deed : of(member)) {
            if (!deed.day.isAfter(asOf)) {
                int small = weight(deed.kind);
                small = small == 0 ? 0 : small <= 4 ? 1 : small <= 8 ? 2 : 3;
                var months = 0;
                for (var m = deed.day.withDayOfMonth(1);
                        m.isBefore(asOf.withDayOfMonth(1));
                        m = m.plusMonths(1)) {
                    months++;
                }
                love += small * Math.pow(0.9, months);
            }
        }
        return love;
    }

    /// Members of the community who count in reports.
    List<Long> counted() {
        return roles.entrySet().stream()
                .filter(e -> e.getValue().equals("member"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
