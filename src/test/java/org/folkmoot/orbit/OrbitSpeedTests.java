package org.folkmoot.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.folkmoot.HouseTest;
import org.folkmoot.Settlement;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// How long it takes to place everybody. With `-Dorbit.members=1000000 -Dorbit.activities=10000000`
/// it measures what docs/benchmarks.md tells; as it is, it looks that nothing is out of all
/// proportion.
@HouseTest
@NullUnmarked
class OrbitSpeedTests {

    private static final int MEMBERS = Integer.getInteger("orbit.members", 5_000);
    private static final int ACTIVITIES = Integer.getInteger("orbit.activities", 100_000);
    private static final int DAYS = 5 * 365;
    private static final String[] WHAT = {
        "page_view",
        "reaction",
        "reaction",
        "message",
        "message",
        "reply",
        "reply",
        "answer",
        "commit",
        "review"
    };

    @Autowired Settlement settlement;
    @Autowired Orbits orbits;
    @Autowired Boards boards;
    @Autowired Books books;
    @Autowired Residents residents;
    @Autowired WhatIf.Trying trying;
    @Autowired Look.Looking looking;
    @Autowired JdbcTemplate db;

    private final List<String> said = new ArrayList<>();

    @Test
    void everybodyIsPlacedAndOneMoreActivityCostsLittle() throws Exception {
        var here = settlement.found("Europe/Berlin", "Ada");
        settlement.did(here, "Ada", Kind.MESSAGE, Instant.now().toString());
        crowd(here);
        var today = settlement.in(here, orbits::today);
        var weights = settlement.in(here, () -> orbits.weights(today, true));
        var book =
                measured("sheets read from the database", here, () -> books.of(here.zone(), today));
        said.add("%,d bytes of sheets, %d days".formatted(book.bytes(), book.days()));
        var now = measured("people read", here, residents::now);
        assertThat(now.persons().size()).isGreaterThanOrEqualTo(MEMBERS);
        var moment = settlement.in(here, () -> orbits.moment(today));
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long begun = cpu();
            long at = System.nanoTime();
            var board =
                    Tally.of(today, weights, moment.persons())
                            .take(moment.book(), 0, moment.book().days())
                            .board();
            least = Math.min(least, System.nanoTime() - at);
            said.add(
                    "levels and love of %,d members recomputed: %d ms, %d ms of CPU; %d at a level"
                            .formatted(
                                    moment.persons().size(),
                                    (System.nanoTime() - at) / 1_000_000,
                                    (cpu() - begun) / 1_000_000,
                                    board.standing(null).placed(Profile.MILESTONES)));
        }
        measured("first board", here, () -> orbits.board(today, false));
        measured("board again", here, () -> orbits.board(today, false));
        settlement.did(here, "Ada", Kind.REVIEW, Instant.now().toString());
        var board =
                measured("board after one more activity", here, () -> orbits.board(today, false));
        assertThat(board.step(board.persons().place(settlement.member(here, "Ada")))).isEqualTo(8);
        var asked = new Question(Profile.MILESTONES, today, 30, "", false, today);
        measured("page, first", here, () -> looking.at(asked, true, (_, _) -> {}));
        measured("page, again", here, () -> looking.at(asked, true, (_, _) -> {}));
        measured("charts of the year, first", here, () -> looking.over(asked, true, (_, _) -> {}));
        measured("charts of the year, again", here, () -> looking.over(asked, true, (_, _) -> {}));
        measured(
                "who would move",
                here,
                () -> settlement.within(here, () -> trying.of(java.util.Map.of(Kind.MESSAGE, 5))));
        assertThat(least / 1e6)
                .as(String.join("\n", said))
                .isLessThan(MEMBERS > 100_000 ? 1000 : 500);
        if (MEMBERS > 100_000) {
            java.nio.file.Files.write(java.nio.file.Path.of("target/orbit-speed.txt"), said);
        }
    }

    private <T> T measured(String what, Community here, Callable<T> work) throws Exception {
        long begun = cpu();
        long at = System.nanoTime();
        var result = settlement.in(here, work);
        said.add(
                "%s: %d ms, %d ms of CPU"
                        .formatted(
                                what,
                                (System.nanoTime() - at) / 1_000_000,
                                (cpu() - begun) / 1_000_000));
        return result;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// A few do much and most do one thing, over five years; the sheets are written as they would
    /// be made, without a ledger of that size below them.
    private void crowd(Community here) {
        settlement.change(
                here,
                """
                with added as (
                    insert into members.member (community_id, name, role)
                    select folkmoot.community(), 'Member ' || n, 'member' from generate_series(1, %d) n returning id)
                insert into members.identity (community_id, source, platform, external_id, member_id)
                select folkmoot.community(), 'slack:settlement', 'slack', 'm' || id, id from added
                """
                        .formatted(MEMBERS));
        var accounts =
                settlement.within(
                        here,
                        () ->
                                db.queryForList(
                                        "select id from members.identity where external_id like 'm%' order by id",
                                        Long.class));
        var today = LocalDate.now(here.zone());
        var zones = Sheets.rules(here.zone());
        settlement.change(
                here,
                """
                insert into activity.presence (community_id, day, identity_id, activities, active, contributions, content)
                values (folkmoot.community(), current_date - %d, %d, 1, 1, 0, 0)
                """
                        .formatted(DAYS, accounts.getFirst()));
        settlement.within(
                here,
                () ->
                        db.batchUpdate(
                                """
                                insert into orbit.sheet (community_id, day, version, rules, body)
                                select folkmoot.community(), ?, coalesce((select version from activity.day
                                    where community_id = folkmoot.community() and day = '-infinity'), 0), ?, ?
                                on conflict do nothing
                                """,
                                days(accounts, today, zones)));
    }

    private static List<Object[]> days(List<Long> accounts, LocalDate today, String rules) {
        var random = new Random(4);
        var sheets = new ArrayList<Object[]>();
        for (int i = DAYS; i > 0; i--) {
            var chosen = new TreeMap<Long, int[]>();
            for (int n = 0; n < ACTIVITIES / DAYS; n++) {
                // half of all is done by one in twenty
                double far = random.nextDouble();
                int who =
                        random.nextBoolean()
                                ? (int) (far * far * far * MEMBERS / 20)
                                : (int) (far * MEMBERS);
                int kind = Kind.of(WHAT[random.nextInt(WHAT.length)]).ordinal();
                chosen.computeIfAbsent(accounts.get(who), _ -> new int[Kind.values().length])[
                        kind]++;
            }
            var writer = new DaySheet.Writer();
            chosen.forEach(
                    (account, kinds) -> {
                        for (int kind = 0; kind < kinds.length; kind++) {
                            if (kinds[kind] > 0) {
                                writer.did(account, kind, kinds[kind]);
                            }
                        }
                    });
            sheets.add(new Object[] {today.minusDays(i), rules, writer.bytes()});
        }
        return sheets;
    }
}
