package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.members.Asking;
import org.folkmoot.members.Belonging;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who did something so often within days is what the ledger says, whatever is kept in memory: also
/// after more came, something was deleted, and people were joined and parted.
@HouseTest
@NullUnmarked
class OftenTests {

    private static final int PEOPLE = 12;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Random random = new Random(4);

    @Autowired Town town;
    @Autowired Intaking intake;
    @Autowired Asking asking;
    @Autowired Belonging belonging;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void whoDidSoOftenIsWhatTheLedgerSays() {
        var here = town.found();
        var elsewhere = town.found();
        for (int round = 0; round < 6; round++) {
            take(here, round);
            take(elsewhere, round);
            assertAll(here);
            join(here, 1 + round % 3);
            assertAll(here);
        }
        assertAll(elsewhere);
    }

    private void take(Community here, int round) {
        var square = new Square(now.minus(Duration.ofDays(60)));
        square.with(Found.Place.of(Square.SLACK, "C2", "kitchen", Style.CHAT));
        for (int p = 0; p < PEOPLE; p++) {
            square.person(Square.SLACK, "P" + p, "Person " + p);
        }
        for (int i = 0; i < 40; i++) {
            var id = round % 2 == 0 ? "m" + round + "-" + i : "m" + (round - 1) + "-" + i;
            var who = "P" + (int) (PEOPLE * Math.pow(random.nextDouble(), 2));
            var minutes = random.nextInt(60 * 24 * 60);
            square.with(
                    square.deed(
                                    Square.SLACK,
                                    id,
                                    i % 3 == 0 ? Kind.COMMIT : Kind.MESSAGE,
                                    who,
                                    minutes,
                                    "Kettle " + i)
                            .in(i % 2 == 0 ? "C1" : "C2"));
        }
        var gone = "m" + round / 2 * 2 + "-" + random.nextInt(40);
        square.with(new Found.Mark(Square.SLACK, gone, Found.Mark.What.DELETED, null, now));
        intake.take(here, square.all());
    }

    private <T> T within(Community here, java.util.function.Supplier<T> work) {
        return town.in(here, () -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }

    /// Accounts in groups of so many; of one: each by itself again.
    private void join(Community here, int size) {
        within(
                here,
                () -> {
                    var accounts =
                            db.sql(
                                            "select identity_id from members.report_account where community_id = folkmoot.community() order by 1")
                                    .query(Long.class)
                                    .list();
                    var groups = new HashMap<Integer, List<Long>>();
                    for (int i = 0; i < accounts.size(); i++) {
                        groups.computeIfAbsent(i / size, _ -> new ArrayList<>())
                                .add(accounts.get(i));
                    }
                    belonging.gather(groups.values());
                    return groups.size();
                });
    }

    private void assertAll(Community here) {
        for (var days : List.of(1, 7, 30, 45)) {
            for (var kind : new String[] {null, "message", "commit"}) {
                assertSo(here, kind, days, 2, null);
                assertSo(here, kind, days, 3, 5);
                assertSo(here, kind, days, 0, 2);
            }
        }
        for (var kind : new String[] {null, "commit"}) {
            assertSo(here, kind, "kitchen", null, 1, null);
            assertSo(here, kind, "kitchen", null, 2, 4);
            assertSo(here, kind, "kitchen", 30, 1, null);
            assertSo(here, kind, "kitchen", 30, 0, 1);
        }
        assertSo(here, null, null, 4, null);
        assertSo(here, null, null, 1, 5);
        assertSo(here, "message", null, 4, null);
        assertSo(here, "message", null, 1, 3);
    }

    private void assertSo(
            Community here, @Nullable String kind, Integer days, int least, Integer most) {
        assertSo(here, kind, null, days, least, most);
    }

    private void assertSo(
            Community here,
            @Nullable String kind,
            @Nullable String place,
            Integer days,
            int least,
            Integer most) {
        var text =
                "activities%s%s%s at least %d%s"
                        .formatted(
                                kind == null ? "" : " of kind " + kind,
                                place == null ? "" : " in place " + place,
                                days == null ? "" : " in " + days + " days",
                                least,
                                most == null ? "" : " at most " + most);
        assertThat(asking.names(here, text))
                .as(text)
                .containsExactlyInAnyOrderElementsOf(counted(here, kind, place, days, least, most));
        if (random.nextInt(4) == 0) {
            assertContrary(here, text);
        }
    }

    /// All others, by themselves and beside and under more.
    private void assertContrary(Community here, String text) {
        var busy = asking.names(here, "activities at least 4");
        var others = new ArrayList<>(asking.names(here, "everyone"));
        others.removeAll(asking.names(here, text));
        assertFit(here, "not " + text, others);
        var idle = others.stream().filter(n -> !busy.contains(n)).toList();
        assertFit(here, "not %s and not activities at least 4".formatted(text), idle);
        assertFit(here, "not (%s or activities at least 4)".formatted(text), idle);
        others.removeAll(idle);
        assertFit(here, "not (%s or not activities at least 4)".formatted(text), others);
    }

    private void assertFit(Community here, String text, List<String> names) {
        assertThat(asking.names(here, text)).as(text).containsExactlyInAnyOrderElementsOf(names);
        assertThat(asking.count(here, text, 1000)).as(text).isEqualTo("" + names.size());
        assertThat(asking.count(here, text, 2))
                .as(text)
                .isEqualTo(names.size() > 2 ? "2+" : "" + names.size());
    }

    /// One after the other, from the ledger. The clock goes on between the question and this, so
    /// nothing lies within minutes of a border.
    private List<String> counted(
            Community here,
            @Nullable String kind,
            @Nullable String place,
            Integer days,
            int least,
            Integer most) {
        var back = Instant.now().minus(Duration.ofDays(days == null ? 1000 : days));
        return within(
                here,
                () ->
                        db.sql(
                                        """
                                        select m.name from members.report_member m
                                        where m.community_id = folkmoot.community() and (
                                            select count(*) from members.report_account i
                                            join activity.activity a on a.community_id = i.community_id and a.identity_id = i.identity_id
                                            where i.community_id = m.community_id and i.member_id = m.member_id and a.counted
                                                and (:kind::text is null or a.kind = :kind)
                                                and (:place::text is null or a.place_id in (select l.id from activity.place l
                                                    where l.community_id = a.community_id and l.name = :place))
                                                and case when :kind::text is null and :place::text is null
                                                    then a.day >= :day else a.at >= :from end)
                                            between :least and :most
                                        """)
                                .param("kind", kind)
                                .param("place", place)
                                .param("day", LocalDate.ofInstant(back, here.zone()))
                                .param("from", back.atOffset(java.time.ZoneOffset.UTC))
                                .param("least", least)
                                .param("most", most == null ? 1_000_000 : most)
                                .query(String.class)
                                .list());
    }

    @Test
    void askingAgainTakesTheSameFewQueriesAndReadsNothingAnew() throws Exception {
        var here = town.found();
        take(here, 0);
        asking.names(here, "activities of kind message in 40 days at least 2");
        var again =
                Queries.during(
                        () ->
                                asking.names(
                                        here, "activities of kind message in 30 days at least 3"));
        assertThat(again).noneMatch(q -> q.contains("array_agg")).hasSizeLessThanOrEqualTo(6);
    }
}
