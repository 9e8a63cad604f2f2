package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.community.Recounting;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.listening.Listening;
import org.folkmoot.store.Here;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is worked out once a day and kept must never be seen to be old.
@HouseTest
@NullUnmarked
class DaySheetsTests {

    private static final String SLACK = "slack:T1";
    private static final String FORUM = "discourse:lantern";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate START = LocalDate.parse("2025-03-20");
    private static final int DAYS = 4;
    private static final String[] PEOPLE = {"Ada", "Grace", "Linus", "Zoë", "Mallory", "花子"};

    @Autowired Metrics metrics;
    @Autowired Intaking intaking;
    @Autowired Recounting recounting;
    @Autowired Listening listening;
    @Autowired Town town;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    /// One town in which things happen in any order.
    private final class Days {
        private final Random random;
        private final Community community;
        private int next;
        private int version;

        Days(long seed) {
            random = new Random(seed);
            community = town.found(ZONE.getId());
            take(
                    new Found.Origin(SLACK, "Lantern chat", Markup.SLACK),
                    new Found.Origin(FORUM, "Lantern forum", Markup.MARKDOWN),
                    Found.Place.of(SLACK, "C1", "general", Style.CHAT),
                    Found.Place.of(SLACK, "C2", "C2", Style.OTHER),
                    Found.Place.of(FORUM, "F1", "help desk", Style.FORUM),
                    Person.of(SLACK, "Robby").with("name", "Robby").flag(Person.Flag.BOT, true));
        }

        void take(Found... found) {
            intaking.take(community, List.of(found));
        }

        private String who() {
            return PEOPLE[random.nextInt(PEOPLE.length)];
        }

        /// Often around midnight and shortly after one another.
        private Instant time() {
            var midnight = START.plusDays(random.nextInt(2) + 1L).atStartOfDay(ZONE).toInstant();
            return random.nextInt(4) == 0
                    ? midnight.plusSeconds(random.nextInt(DAYS * 86_400) - 86_400L)
                    : midnight.plusSeconds(random.nextInt(2400) - 1200L);
        }

        /// Every third is in the forum.
        private boolean forum(int number) {
            return number % 3 == 0;
        }

        private Deed deed(int number) {
            var id = "d" + number;
            var forum = forum(number);
            var words = random.nextBoolean() ? "Does the lamp work?" : "It does";
            var reply = random.nextBoolean();
            var kind =
                    reply
                            ? random.nextInt(3) == 0 ? Kind.REACTION : Kind.REPLY
                            : random.nextInt(6) == 0 ? Kind.COMMIT : Kind.MESSAGE;
            var deed =
                    Deed.of(forum ? FORUM : SLACK, id, kind, who(), time())
                            .in(forum ? "F1" : random.nextInt(5) != 0 ? "C1" : "C2")
                            .saying(words)
                            .mentioning(random.nextInt(3) == 0 ? Set.of(who()) : Set.of())
                            .fact("views", random.nextInt(3) == 0 ? "" + random.nextInt(50) : null);
            // under something known, or something yet to come
            return reply ? deed.under("d" + like(number)) : deed;
        }

        /// Another one of the same source, by now or later.
        private int like(int number) {
            int other = random.nextInt(next + 3);
            while (forum(other) != forum(number) || other == number) {
                other = random.nextInt(next + 8);
            }
            return other;
        }

        private Found.Mark mark(Found.Mark.What what) {
            int number = random.nextInt(next + 2);
            return new Found.Mark(forum(number) ? FORUM : SLACK, "d" + number, what, null, null);
        }

        /// @return what happened
        String something() {
            return switch (random.nextInt(14)) {
                case 0 -> {
                    var old = random.nextInt(Math.max(1, next));
                    var later =
                            deed(old)
                                    .edited(
                                            START.plusDays(60L + version++)
                                                    .atStartOfDay(ZONE)
                                                    .toInstant());
                    take(later);
                    yield "another version " + later;
                }
                case 1 -> {
                    var mark = mark(Found.Mark.What.DELETED);
                    take(mark);
                    yield mark.toString();
                }
                case 2 -> {
                    var mark = mark(Found.Mark.What.ACCEPTED);
                    take(mark);
                    yield mark.toString();
                }
                case 3 -> {
                    var role = List.of("member", "staff", "bot").get(random.nextInt(3));
                    yield change(
                            "update members.member set role_by_hand = '%s' where id = (select member_id from members.identity order by md5(id::text || '%d') limit 1)"
                                    .formatted(role, random.nextInt()));
                }
                case 4 -> {
                    yield change(
                            "update members.identity set member_id = (select id from members.member order by md5(id::text || '%1$d') limit 1) where id = (select id from members.identity order by md5(id::text || '%1$d') limit 1)"
                                    .formatted(random.nextInt()));
                }
                case 5 -> {
                    var person =
                            Person.of(SLACK, who())
                                    .joined(time())
                                    .left(random.nextInt(3) == 0 ? time() : null);
                    take(person);
                    yield person.toString();
                }
                case 6 -> {
                    take(
                            Found.Place.of(
                                    SLACK,
                                    "C2",
                                    "second",
                                    random.nextInt(3) == 0 ? Style.CHAT : Style.OTHER));
                    yield "C2 is told of again";
                }
                default -> {
                    var deed = deed(next++);
                    take(deed);
                    yield deed.toString();
                }
            };
        }

        private String change(String sql) {
            within(() -> db.update(sql));
            return sql;
        }

        void within(Runnable work) {
            Here.in(
                    community.id(),
                    () ->
                            new TransactionTemplate(transactions)
                                    .executeWithoutResult(_ -> work.run()));
        }

        Report.Whole read(Ask ask) {
            return town.in(community, () -> metrics.whole(ask));
        }

        Ask ask(LocalDate asOf, int days, Filters filters) {
            return new Ask(
                    community,
                    Window.of(asOf, days, ZONE, clock.instant()),
                    filters,
                    clock.instant());
        }

        void compare(String about) {
            var history = new AtomicReference<History>();
            within(() -> history.set(Ledgered.read(db, ZONE)));
            var places = history.get().places;
            var asOf = START.plusDays(random.nextInt(DAYS + 2));
            var filters =
                    new Filters(
                            random.nextInt(4) == 0 ? "slack" : null,
                            random.nextInt(4) == 0
                                    ? places.get(random.nextInt(places.size())).id()
                                    : null,
                            null,
                            null,
                            random.nextBoolean());
            var report = read(ask(asOf, 7, filters)).report();
            var now = new Naive(history.get(), filters, asOf, 7);
            var before = new Naive(history.get(), filters, asOf.minusDays(7), 7);
            var words = "%s, as of %s, %s".formatted(about, asOf, filters);
            if (filters.platform() == null) {
                assertThat(report.growth().now()).as(words).isEqualTo(now.growth());
                assertThat(report.growth().before()).as(words).isEqualTo(before.growth());
                assertThat(report.activeRatio().now()).as(words).isEqualTo(now.ratio());
                assertThat(report.activeRatio().before()).as(words).isEqualTo(before.ratio());
            }
            assertThat(report.retention().now()).as(words).isEqualTo(now.retention());
            SecondOpinionTests.same(report.response().now(), now.waits(), words);
            SecondOpinionTests.same(report.response().before(), before.waits(), words);
            assertThat(report.engagement().now()).as(words).isEqualTo(now.engagement());
            assertThat(report.engagement().before()).as(words).isEqualTo(before.engagement());
            assertThat(report.content().views()).as(words).isEqualTo(now.drawn().views());
            assertThat(report.contentBefore().views()).as(words).isEqualTo(before.drawn().views());
        }

        /// The sheets that are there, told apart by their writing.
        Map<String, String> sheets() {
            var sheets = new HashMap<String, String>();
            within(
                    () ->
                            db.query(
                                    "select part || ' ' || day, xmin::text from metrics.sheet",
                                    row -> {
                                        sheets.put(row.getString(1), row.getString(2));
                                    }));
            return sheets;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverHappensBetweenTwoLooksIsSeen(long seed) {
        var days = new Days(seed);
        for (int step = 0; step < 80; step++) {
            days.compare("seed %d, step %d, after %s".formatted(seed, step, days.something()));
        }
    }

    @Test
    void aDayIsNotWorkedOutTwiceWhenNothingChanged() throws Exception {
        var days = new Days(7);
        for (int i = 0; i < 20; i++) {
            days.something();
        }
        var ask = days.ask(LocalDate.parse("2025-04-09"), 7, Filters.NONE);
        town.in(days.community, listening::finish);
        days.read(ask);
        var kept = days.sheets();
        assertThat(kept).isNotEmpty();
        assertThat(Queries.during(() -> days.read(ask)))
                .noneMatch(sql -> sql.contains("report_activity"))
                .noneMatch(sql -> sql.contains("insert"));
        assertThat(days.sheets()).isEqualTo(kept);
    }

    @Test
    void onlyTheDaysThatChangedAreWorkedOutAnew() {
        var days = new Days(8);
        var ask = days.ask(LocalDate.parse("2025-04-09"), 7, Filters.NONE);
        days.read(ask);
        var kept = days.sheets();
        days.take(
                Deed.of(SLACK, "x", Kind.MESSAGE, "Ada", at("2025-04-05T10:00:00Z"))
                        .in("C1")
                        .saying("Where do I begin?"));
        days.read(ask);
        assertThat(changed(kept, days.sheets()))
                .containsExactlyInAnyOrder(
                        "PRESENCE 2025-04-05", "TALK 2025-04-05", "TONE 2025-04-05");
        kept = days.sheets();
        days.take(
                Deed.of(SLACK, "y", Kind.REPLY, "Grace", at("2025-04-07T10:00:00Z"))
                        .in("C1")
                        .under("x")
                        .saying("Here."));
        assertThat(days.read(ask).report().response().now().answered()).isEqualTo(1);
        assertThat(changed(kept, days.sheets()))
                .contains("PRESENCE 2025-04-07", "TALK 2025-04-05")
                .hasSizeLessThanOrEqualTo(6);
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        var changed = new java.util.TreeSet<String>();
        after.forEach(
                (day, written) -> {
                    if (!written.equals(before.get(day))) {
                        changed.add(day);
                    }
                });
        return changed;
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void whoReadsWhileSomebodyWritesNeitherWaitsNorKeepsWhatIsOld() throws Exception {
        var days = new Days(9);
        var ask = days.ask(LocalDate.parse("2025-04-09"), 7, Filters.NONE);
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var writer =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        days.within(
                                                () -> {
                                                    days.take(
                                                            Deed.of(
                                                                            SLACK,
                                                                            "x",
                                                                            Kind.MESSAGE,
                                                                            "Ada",
                                                                            at(
                                                                                    "2025-04-05T10:00:00Z"))
                                                                    .in("C1")
                                                                    .saying("Where do I begin?"));
                                                    written.countDown();
                                                    await(goOn);
                                                }));
        await(written);
        var meanwhile = days.read(ask).report();
        assertThat(meanwhile.response().now().starts()).isZero();
        goOn.countDown();
        assertThat(writer.join(Duration.ofSeconds(20))).isTrue();
        assertThat(days.read(ask).report().response().now().starts()).isEqualTo(1);
        assertThat(days.read(ask).report().growth().now().joined()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRecountMakesEveryDayAnew() throws Exception {
        var days = new Days(10);
        var ask = days.ask(LocalDate.parse("2025-04-09"), 7, Filters.NONE);
        days.read(ask);
        var kept = days.sheets();
        days.within(() -> recounting.ask(false));
        for (int i = 0; i < 200 && town.in(days.community, recounting::underWay).isPresent(); i++) {
            Thread.sleep(50);
        }
        days.read(ask);
        assertThat(changed(kept, days.sheets())).isEqualTo(new java.util.TreeSet<>(kept.keySet()));
    }
}
