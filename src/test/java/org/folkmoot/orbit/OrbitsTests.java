package org.folkmoot.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Settlement;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.community.Recounting;
import org.folkmoot.connectors.Deed;
import org.folkmoot.identity.Merging;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Where people stand is the same as by looking at every activity, whatever happens in between.
@HouseTest
@NullUnmarked
class OrbitsTests {

    private static final String[] PEOPLE = {
        "Ada", "Grace", "Linus", "Zoë", "Mallory", "山田花子", "محمد"
    };

    @Autowired Settlement settlement;
    @Autowired Orbits orbits;
    @Autowired Kinds kinds;
    @Autowired Communities communities;
    @Autowired Recounting recounting;
    @Autowired Merging merging;
    @Autowired JdbcTemplate db;

    /// A community in which anything happens, around a day on which the clocks change.
    private final class Chances {
        private final Random random;
        private final ZoneId zone;
        private final LocalDate turn;
        private final Community here;
        private final Map<Kind, Integer> weights = new HashMap<>();
        private int next;

        Chances(long seed, ZoneId zone, LocalDate turn) {
            this.random = new Random(seed);
            this.zone = zone;
            this.turn = turn;
            this.here = settlement.found(zone.getId(), PEOPLE);
        }

        private String who() {
            return random.nextInt(9) == 0 ? "Robby" : PEOPLE[random.nextInt(PEOPLE.length)];
        }

        /// Often close to a midnight, mostly in dense spells, over almost two years.
        private Instant time() {
            var day =
                    random.nextInt(3) == 0
                            ? turn.minusDays(random.nextInt(650))
                            : turn.minusDays((random.nextInt(5) * 91L) + random.nextInt(45));
            var midnight = day.atStartOfDay(zone).toInstant();
            return random.nextBoolean()
                    ? midnight.plusSeconds(random.nextInt(1200) - 600L)
                    : midnight.plus(Duration.ofMinutes(random.nextInt(1500)));
        }

        private void deeds(int many) {
            var all = new org.folkmoot.connectors.Found[many];
            for (int i = 0; i < many; i++) {
                var kinds = Kind.values();
                var kind =
                        random.nextInt(12) == 0
                                ? kinds[random.nextInt(kinds.length)]
                                : List.of(Kind.MESSAGE, Kind.REACTION, Kind.JOIN, Kind.PAGE_VIEW)
                                        .get(random.nextInt(4));
                all[i] =
                        Deed.of(Settlement.CHAT, "x" + next++, kind, who(), time())
                                .in("C1")
                                .saying("It is so");
            }
            settlement.take(here, all);
        }

        private void change(String sql) {
            settlement.change(here, sql);
        }

        private String any(String table, String column) {
            return "(select %s from %s order by md5(%s::text || '%d') limit 1)"
                    .formatted(column, table, column, random.nextInt());
        }

        /// @return what happened
        String something() {
            return switch (random.nextInt(9)) {
                case 0 -> {
                    settlement.deleted(here, "x" + random.nextInt(next));
                    yield "something was deleted";
                }
                case 1 -> {
                    change(
                            "update members.identity set member_id = %s where id = %s"
                                    .formatted(
                                            any("members.member", "id"),
                                            any("members.identity", "id")));
                    yield "an account is another's";
                }
                case 2 -> {
                    change(
                            "update members.member set role_by_hand = '%s' where id = %s"
                                    .formatted(
                                            List.of("member", "staff", "bot")
                                                    .get(random.nextInt(3)),
                                            any("members.member", "id")));
                    yield "a role";
                }
                case 3 -> {
                    var kind = Kind.values()[random.nextInt(Kind.values().length)];
                    int weight = random.nextInt(13);
                    weights.put(kind, weight);
                    settlement.within(
                            here,
                            () -> {
                                var was = kinds.here().of(kind);
                                kinds.set(
                                        kind,
                                        new Kinds.Worth(
                                                weight,
                                                was.active(),
                                                was.contribution(),
                                                was.content()),
                                        "Grace");
                                return 0;
                            });
                    yield kind + " weighs " + weight;
                }
                default -> {
                    deeds(1 + random.nextInt(6));
                    yield "people did things";
                }
            };
        }

        void compare(String about) {
            var asOf =
                    turn.minusDays(
                            random.nextInt(4) == 0 ? random.nextInt(400) : random.nextInt(3));
            var naive = settlement.within(here, () -> new SecondOrbit(db, zone, weights));
            var board = settlement.in(here, () -> orbits.board(asOf, true));
            var words = "%s, as of %s".formatted(about, asOf);
            long commitment = 0;
            int placed = 0;
            for (int i = 0; i < board.persons().size(); i++) {
                long member = board.persons().id(i);
                assertThat(board.step(i)).as(words).isEqualTo(naive.step(member, asOf));
                assertThat(board.love(i))
                        .as(words)
                        .isCloseTo(naive.love(member, asOf), within(1e-9));
            }
            for (long member : naive.counted()) {
                int rank = (naive.step(member, asOf) + 2) / 3;
                commitment += List.of(0, 1, 16, 49, 100).get(rank);
                placed += rank > 0 ? 1 : 0;
            }
            var standing = board.standing(null);
            assertThat(standing.commitment()).as(words).isEqualTo(commitment);
            assertThat(standing.placed(Profile.MILESTONES)).as(words).isEqualTo(placed);
            levels[Math.min(4, placed)]++;
        }
    }

    private final int[] levels = new int[5];

    @ParameterizedTest
    @CsvSource({
        "1, Europe/Berlin, 2026-03-29", "2, Europe/Berlin, 2025-10-26",
        "3, America/New_York, 2026-03-08", "4, Asia/Kolkata, 2026-06-15",
        "5, Australia/Lord_Howe, 2026-04-05", "6, America/Havana, 2026-03-08"
    })
    void bothFormulationsAgreeWhateverHappens(long seed, ZoneId zone, LocalDate turn) {
        var chances = new Chances(seed, zone, turn);
        chances.deeds(250);
        for (int step = 0; step < 40; step++) {
            chances.compare(
                    "seed %d, step %d, after %s".formatted(seed, step, chances.something()));
        }
        assertThat(levels[4]).isPositive();
    }

    @Test
    void mergingAndPartingAreSeenAtOnceAlsoForThePast() {
        var here = settlement.found("Europe/Berlin", "Ada", "ada2");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-02T10:00:00Z");
        settlement.did(here, "ada2", Kind.MESSAGE, "2026-03-04T10:00:00Z");
        var day = LocalDate.parse("2026-03-31");
        long ada = settlement.member(here, "Ada");
        assertThat(step(here, ada, day)).isEqualTo(3);
        long one =
                settlement.number(
                        here, "select id from members.identity where external_id = 'Ada'");
        long other =
                settlement.number(
                        here, "select id from members.identity where external_id = 'ada2'");
        var done = settlement.within(here, () -> merging.join(List.of(one, other), List.of()));
        assertThat(step(here, settlement.member(here, "Ada"), day)).isEqualTo(4);
        assertThat(step(here, settlement.member(here, "Ada"), LocalDate.parse("2026-03-03")))
                .isEqualTo(3);
        settlement.within(here, () -> merging.undoBatch(done.batch()));
        assertThat(step(here, ada, day)).isEqualTo(3);
    }

    @Test
    void anotherTimeZoneCutsTheDaysAnew() throws Exception {
        var here = settlement.found("Europe/Berlin", "Ada");
        // Sunday and Monday in Berlin, one Sunday in New York
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-01T20:00:00Z");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-02T01:00:00Z");
        // Monday and Tuesday in Berlin, and so in New York
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-03T01:00:00Z");
        long ada = settlement.member(here, "Ada");
        var day = LocalDate.parse("2026-03-31");
        assertThat(step(here, ada, day)).isEqualTo(4);
        settlement.within(
                here,
                () -> {
                    communities.change(here.name(), "open-source", "America/New_York", "en");
                    return 0;
                });
        assertThat(step(here, ada, day)).isEqualTo(3);
        for (int i = 0; i < 200 && settlement.in(here, recounting::underWay).isPresent(); i++) {
            Thread.sleep(50);
        }
        assertThat(step(here, ada, day)).isEqualTo(3);
    }

    @Test
    void whatIsKnownIsNotReadTwiceAndOneMoreActivityCostsItsDayAlone() throws Exception {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace");
        for (int month = 1; month < 9; month++) {
            settlement.did(here, "Ada", Kind.MESSAGE, "2026-0%d-05T10:00:00Z".formatted(month));
        }
        var today = settlement.in(here, orbits::today);
        long ada = settlement.member(here, "Ada");
        assertThat(step(here, ada, today)).isEqualTo(3);
        assertThat(settlement.in(here, () -> Queries.during(() -> orbits.board(today, false))))
                .hasSizeLessThanOrEqualTo(5)
                .noneMatch(sql -> sql.contains("report_activity"))
                .noneMatch(sql -> sql.contains("orbit.sheet"))
                .noneMatch(sql -> sql.contains("report_account"));
        settlement.did(here, "Ada", Kind.REVIEW, Instant.now().toString());
        var kept = settlement.number(here, "select count(*) from orbit.sheet");
        assertThat(step(here, ada, today)).isEqualTo(8);
        assertThat(settlement.number(here, "select count(*) from orbit.sheet where version > 0"))
                .isLessThanOrEqualTo(kept);
    }

    @Test
    void aPastDayIsWeighedByTheWeightsOfThen() {
        var here = settlement.found("Europe/Berlin", "Ada");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-02T10:00:00Z");
        long ada = settlement.member(here, "Ada");
        settlement.change(
                here,
                "insert into activity.kind_weight (community_id, kind, since, weight, active, contribution, content, by) values (folkmoot.community(), 'message', '2026-04-10T12:00:00Z', 9, true, false, true, 'Grace')");
        assertThat(step(here, ada, LocalDate.parse("2026-04-09"))).isEqualTo(3);
        assertThat(step(here, ada, LocalDate.parse("2026-04-10"))).isEqualTo(9);
        var board = settlement.in(here, () -> orbits.board(LocalDate.parse("2026-04-09"), true));
        assertThat(board.step(board.persons().place(ada))).isEqualTo(9);
    }

    @Test
    void whatIsNotCommittedIsNeverKept() {
        var here = settlement.found("Europe/Berlin", "Ada");
        settlement.did(here, "Ada", Kind.MESSAGE, "2026-03-02T10:00:00Z");
        long ada = settlement.member(here, "Ada");
        var day = LocalDate.parse("2026-03-31");
        assertThat(step(here, ada, day)).isEqualTo(3);
        try {
            settlement.within(
                    here,
                    () -> {
                        db.update(
                                "update members.member set role_by_hand = 'bot' where id = ?", ada);
                        assertThat(
                                        orbits.board(day, false)
                                                .step(orbits.moment(day).persons().place(ada)))
                                .isZero();
                        throw new IllegalStateException("taken back");
                    });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasStackTraceContaining("taken back");
        }
        assertThat(step(here, ada, day)).isEqualTo(3);
    }

    private int step(Community here, long member, LocalDate day) {
        var board = settlement.in(here, () -> orbits.board(day, false));
        int person = board.persons().place(member);
        return person < 0 ? 0 : board.step(person);
    }
}
