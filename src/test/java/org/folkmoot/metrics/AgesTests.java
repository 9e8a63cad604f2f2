package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.identity.Merging;
import org.folkmoot.store.Here;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Active members over all time, beside counting each day, week and cell by itself.
@HouseTest
@NullUnmarked
class AgesTests {

    @Autowired Ages ages;
    @Autowired Intaking intaking;
    @Autowired Merging merging;
    @Autowired Town town;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private final Map<LocalDate, TreeSet<Long>> active = new TreeMap<>();
    private final Map<Long, LocalDate> came = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyDayWeekAndCellIsWhatCountingItAloneGives(long seed) {
        var here = town.found();
        var random = new RandomTown(seed, here, intaking);
        random.steps(80);
        var ask = Ask.of(here, Map.of("asOf", "2025-06-10"), clock.instant());
        for (var more : List.of("", "merge", "more", "staff")) {
            Here.in(here.id(), () -> change(more, random));
            Here.in(here.id(), this::read);
            for (int length : new int[] {1, 7, 30}) {
                var rolling = town.in(here, () -> ages.rolling(ask, length));
                assertThat(rolling.values()).isNotEmpty();
                for (int i = 0; i < rolling.values().size(); i++) {
                    var day = rolling.first().plusDays(i);
                    assertThat(rolling.values().get(i))
                            .as("%s: %d days to %s".formatted(more, length, day))
                            .isEqualTo(distinct(day.minusDays(length - 1L), day));
                }
            }
            var weeks = town.in(here, () -> ages.weeks(ask));
            for (int i = 0; i < weeks.values().size(); i++) {
                var monday = weeks.first().plusWeeks(i);
                assertThat(weeks.values().get(i)).isEqualTo(distinct(monday, monday.plusDays(6)));
            }
            cohorts(town.in(here, () -> ages.cohorts(ask, 8)));
        }
    }

    private void change(String what, RandomTown random) {
        switch (what) {
            case "merge" ->
                    merging.join(
                            within(
                                    () ->
                                            db.queryForList(
                                                    "select min(id) from members.identity where external_id in ('Ada', 'Linus') group by external_id",
                                                    Long.class)),
                            List.of());
            case "more" -> random.steps(10);
            case "staff" ->
                    within(
                            () ->
                                    db.update(
                                            "update members.member set role_by_hand = 'staff' where name = 'Grace' or id % 5 = 0"));
            default -> {
                // as it is
            }
        }
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }

    private void read() {
        active.clear();
        came.clear();
        within(
                () -> {
                    db.query(
                            """
                            select distinct p.day, m.id, (m.first_seen at time zone 'Europe/Berlin')::date
                            from activity.presence p join members.identity i on i.id = p.identity_id
                            join members.member m on m.id = i.member_id
                            where p.active > 0 and coalesce(m.role_by_hand, m.role) = 'member'
                            """,
                            row -> {
                                active.computeIfAbsent(
                                                row.getObject(1, LocalDate.class),
                                                _ -> new TreeSet<>())
                                        .add(row.getLong(2));
                                came.put(row.getLong(2), row.getObject(3, LocalDate.class));
                            });
                    return active;
                });
    }

    private long distinct(LocalDate from, LocalDate to) {
        var people = new TreeSet<Long>();
        active.forEach(
                (day, who) -> {
                    if (!day.isBefore(from) && !day.isAfter(to)) {
                        people.addAll(who);
                    }
                });
        return people.size();
    }

    private void cohorts(Ages.Table table) {
        for (int m = 0; m < table.values().size(); m++) {
            var month = table.first().plusMonths(m);
            for (int later = 0; later < table.values().get(m).size(); later++) {
                var then = month.plusMonths(later);
                var people = new TreeSet<Long>();
                active.forEach(
                        (day, who) -> {
                            if (YearMonth.from(day).equals(then)) {
                                people.addAll(who);
                            }
                        });
                people.removeIf(p -> !YearMonth.from(came.get(p)).equals(month));
                assertThat((long) table.values().get(m).get(later))
                        .as("came %s, active %s".formatted(month, then))
                        .isEqualTo(people.size());
            }
            assertThat((long) table.values().get(m).size())
                    .isEqualTo(month.until(YearMonth.of(2025, 6), ChronoUnit.MONTHS) + 1);
        }
    }
}
