package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.metrics.History.Account;
import org.folkmoot.metrics.History.Act;
import org.folkmoot.metrics.History.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Random small histories, counted by the product and by a naive second formulation.
@HouseTest
@NullUnmarked
class SecondOpinionTests {

    private static final Kind[] POSTS = {
        Kind.MESSAGE, Kind.QUESTION, Kind.QUESTION, Kind.SHARE, Kind.ISSUE, Kind.JOIN, Kind.COMMIT
    };
    private static final Kind[] ANSWERS = {
        Kind.REPLY,
        Kind.COMMENT,
        Kind.ANSWER,
        Kind.REACTION,
        Kind.VOTE,
        Kind.SHARE,
        Kind.ACCEPTED_ANSWER,
        Kind.SIGN_OFF
    };

    @Autowired Metrics metrics;
    @Autowired Lists lists;
    @Autowired PeopleLists people;
    @Autowired TalkLists talk;
    @Autowired CountedKinds kinds;
    @Autowired JdbcClient client;
    @Autowired Town town;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private static final long[] seen = new long[8];

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2025-03-30", "Europe/Berlin, 2025-10-26", "America/New_York, 2025-03-09",
        "America/New_York, 2025-11-02", "Asia/Kolkata, 2025-06-15",
                "Australia/Lord_Howe, 2025-04-06",
        "America/Havana, 2025-03-09", "UTC, 2025-02-28"
    })
    void bothFormulationsAgree(ZoneId zone, LocalDate turn) {
        for (int seed = 0; seed < 8; seed++) {
            var random = new Random(seed * 1000L + zone.hashCode());
            var history = random(random, zone, turn);
            var community = town.found(zone.getId());
            history.save(community, db, transactions);
            for (int question = 0; question < 8; question++) {
                var days = random.nextInt(4) == 0 ? 30 : 7;
                var asOf = turn.plusDays(random.nextInt(12) - 3);
                var filters = filters(random, history);
                var ask =
                        new Ask(
                                community,
                                Window.of(asOf, days, zone, clock.instant()),
                                filters,
                                clock.instant());
                var report = town.in(community, () -> metrics.of(ask));
                var naive = new Naive(history, filters, asOf, days);
                var before = new Naive(history, filters, asOf.minusDays(days), days);
                var about =
                        "seed %d, %s, %d days to %s, %s".formatted(seed, zone, days, asOf, filters);
                assertThat(report.growth().now()).as(about).isEqualTo(naive.growth());
                assertThat(report.growth().before()).as(about).isEqualTo(before.growth());
                assertThat(report.activeRatio().now()).as(about).isEqualTo(naive.ratio());
                assertThat(report.activeRatio().before()).as(about).isEqualTo(before.ratio());
                assertThat(report.retention().now()).as(about).isEqualTo(naive.retention());
                assertThat(report.retention().before()).as(about).isEqualTo(before.retention());
                var whole = town.in(community, () -> metrics.whole(ask));
                assertThat(whole.report()).as(about).isEqualTo(report);
                assertThat(whole.lasting()).as(about).isEqualTo(lasting(community, ask));
                if (filters.tag() != null) {
                    askedByCondition(report, ask, about);
                }
                if (question < 3) {
                    town.in(community, () -> listed(ask, about));
                }
                same(report.response().now(), naive.waits(), about);
                same(report.response().before(), before.waits(), about);
                if (question == 0) {
                    same(report.response().now(), naive.businessWaits(), about);
                }
                assertThat(report.engagement().now()).as(about).isEqualTo(naive.engagement());
                assertThat(report.content().views()).as(about).isEqualTo(naive.drawn().views());
                seen[6] += report.content().views().engagements();
                assertThat(report.engagement().before()).as(about).isEqualTo(before.engagement());
                seen[0] += report.growth().now().left();
                seen[1] += report.growth().now().returned();
                seen[2] += report.retention().now().retained();
                seen[3] += report.response().now().all().stream().filter(Wait::byInference).count();
                seen[4] += report.response().now().answered();
                seen[5] += report.engagement().now().engagements();
                assertThat(report.growth().now().total())
                        .isEqualTo(
                                report.growth().now().atStart()
                                        + report.growth().now().net()
                                        + report.growth().now().returned());
            }
        }
    }

    private boolean listed(Ask ask, String about) {
        var sql = new ListedBySql(client, kinds);
        for (var which : List.of(Behind.JOINED, Behind.LEFT)) {
            assertThat(people.moved(ask, which, 1000))
                    .as(about)
                    .isEqualTo(sql(() -> sql.moved(ask, which)));
        }
        for (var which : List.of(Behind.ACTIVE, Behind.RETAINED, Behind.LOST)) {
            var found = people.regulars(ask, which, 1000);
            assertThat(found)
                    .as("%s, %s", which, about)
                    .isEqualTo(sql(() -> sql.regulars(ask, which)));
            assertThat(people.regulars(ask, which, 2))
                    .isEqualTo(found.subList(0, Math.min(2, found.size())));
        }
        for (var which : List.of(Behind.STARTS, Behind.UNANSWERED, Behind.ANSWERED)) {
            assertThat(talk.starts(ask, which, 1000))
                    .as("%s, %s", which, about)
                    .extracting(
                            s ->
                                    new ListedBySql.Start(
                                            s.id(),
                                            s.member(),
                                            Math.round(s.waited() * 1e6) / 1e6,
                                            s.answered(),
                                            s.told().byInference()))
                    .isEqualTo(sql(() -> sql.starts(ask, which)));
        }
        var items = sql(() -> sql.items(ask));
        assertThat(talk.items(ask, 1000))
                .as(about)
                .extracting(
                        i -> new ListedBySql.Item(i.id(), i.kind(), i.member(), i.engagements()))
                .isEqualTo(items);
        assertThat(talk.items(ask, 3)).hasSize(Math.min(3, items.size()));
        return true;
    }

    private <T> T sql(Supplier<T> asked) {
        return new TransactionTemplate(transactions).execute(_ -> asked.get());
    }

    /// By joining the daily rollup with the people.
    private Report.Lasting lasting(Community community, Ask ask) {
        return town.in(
                community,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                new Report.Lasting(
                                                        new JoinedCohorts(client).table(ask),
                                                        new JoinedCohorts(client).survival(ask))));
    }

    /// Over all zones: some of it is rare in any one of them.
    @AfterAll
    static void nothingIsComparedThatNeverHappens() {
        assertThat(seen).doesNotContain(0);
    }

    static void same(Waits ours, Waits naive, String about) {
        var order = Comparator.comparingDouble(Wait::open).thenComparingLong(Wait::place);
        assertThat(ours.all().stream().sorted(order).toList())
                .as(about)
                .usingRecursiveComparison()
                .withComparatorForType(
                        (a, b) -> Math.abs(a - b) < 1e-5 ? 0 : Double.compare(a, b), Double.class)
                .isEqualTo(naive.all().stream().sorted(order).toList());
        assertThat(ours.staffed()).isEqualTo(naive.staffed());
    }

    private static void same(Waits ours, KaplanMeier naive, String about) {
        assertThat(ours.businessCurve().n()).as(about).isEqualTo(naive.n());
        assertThat(ours.businessCurve().longest())
                .as(about)
                .isCloseTo(naive.longest(), within(1e-4));
        if (naive.median() == null) {
            assertThat(ours.business().value()).as(about).isNull();
        } else {
            assertThat(ours.business().value()).as(about).isCloseTo(naive.median(), within(1e-4));
            seen[7] += Math.round(naive.median());
        }
    }

    /// The tag as a condition gives the numbers that the tag itself gives, and the same lists.
    private void askedByCondition(Report report, Ask ask, String about) {
        var by = ask.filters();
        var asked =
                new Ask(
                        ask.community(),
                        ask.window(),
                        new Filters(
                                by.platform(),
                                by.place(),
                                null,
                                null,
                                "tag is " + by.tag(),
                                null,
                                by.staff()),
                        ask.now());
        var same = town.in(ask.community(), () -> metrics.of(asked));
        assertThat(same.growth()).as(about).isEqualTo(report.growth());
        assertThat(same.activeRatio()).as(about).isEqualTo(report.activeRatio());
        assertThat(same.retention()).as(about).isEqualTo(report.retention());
        assertThat(same.content()).as(about).isEqualTo(report.content());
        assertThat(same.response().now().all()).as(about).isEqualTo(report.response().now().all());
        for (var behind : Behind.values()) {
            var page = new Listing.Page(1, 1000);
            var figures = new Figures(java.util.Locale.ROOT);
            assertThat(town.in(ask.community(), () -> lists.page(behind, asked, page, figures)))
                    .as("%s, %s", behind, about)
                    .isEqualTo(
                            town.in(ask.community(), () -> lists.page(behind, ask, page, figures)));
        }
    }

    private static Filters filters(Random random, History history) {
        return new Filters(
                random.nextInt(4) == 0 ? (random.nextBoolean() ? "slack" : "forum") : null,
                random.nextInt(4) == 0
                        ? history.places.get(random.nextInt(history.places.size())).id()
                        : null,
                random.nextInt(4) == 0 ? "champion" : null,
                null,
                random.nextInt(3) == 0);
    }

    private static History random(Random random, ZoneId zone, LocalDate turn) {
        var history = new History(zone);
        var start = turn.minusDays(40).atStartOfDay(zone).toInstant();
        var roles =
                List.of(
                        "member", "member", "member", "member", "member", "member", "member",
                        "staff", "staff", "bot", "nobody", "member");
        var planned = new ArrayList<Planned>();
        for (int i = 0; i < 130; i++) {
            planned.add(new Planned(random.nextInt(roles.size() - 1), time(random, start, zone)));
        }
        var people = new ArrayList<Account>();
        for (int i = 0; i < roles.size(); i++) {
            int me = i;
            var times = planned.stream().filter(p -> p.who == me).map(p -> p.at).sorted().toList();
            Instant first =
                    times.isEmpty()
                            ? null
                            : times.getFirst().minusSeconds(random.nextInt(3) == 0 ? 864_000 : 0);
            Instant left =
                    first != null && random.nextInt(3) == 0
                            ? first.plusSeconds(random.nextInt(40 * 86_400))
                            : null;
            Instant back =
                    left == null
                            ? null
                            : times.stream().filter(t -> t.isAfter(left)).findFirst().orElse(null);
            Person person =
                    history.person(
                            roles.get(i),
                            first,
                            left,
                            back,
                            random.nextBoolean() ? new String[] {"champion"} : new String[0]);
            people.add(history.account(person, "slack"));
            people.add(random.nextBoolean() ? history.account(person, "forum") : people.getLast());
        }
        history.account(history.people.getFirst(), "forum");
        history.place("slack", "chat");
        history.place("slack", "chat");
        history.place("forum", "forum");
        history.place("forum", "code");
        planned.sort(Comparator.comparing(p -> p.at));
        for (var plan : planned) {
            var by = random.nextInt(30) == 0 ? null : people.get(plan.who * 2 + random.nextInt(2));
            var counted = random.nextInt(12) != 0;
            Act parent =
                    history.acts.isEmpty() || random.nextInt(5) < 2
                            ? null
                            : history.acts.get(
                                    history.acts.size()
                                            - 1
                                            - random.nextInt(Math.min(8, history.acts.size())));
            var orphan = parent == null && random.nextInt(15) == 0;
            var place =
                    parent != null
                            ? parent.place()
                            : history.places.get(random.nextInt(history.places.size()));
            var mentions =
                    random.nextInt(3) == 0
                            ? new String[] {people.get(random.nextInt(people.size())).external()}
                            : new String[0];
            var kind =
                    parent == null && !orphan
                            ? POSTS[random.nextInt(POSTS.length)]
                            : ANSWERS[random.nextInt(ANSWERS.length)];
            // now and then a clock that goes wrong: a reply before its start
            var at =
                    parent != null && random.nextInt(15) == 0
                            ? parent.at().minusSeconds(90)
                            : plan.at;
            var act = history.act(kind, by, place, parent, orphan, at, counted, mentions);
            if (random.nextInt(3) == 0) {
                history.views.put(act.id(), random.nextLong(100));
            }
        }
        return history;
    }

    private record Planned(int who, Instant at) {}

    private static Instant time(Random random, Instant start, ZoneId zone) {
        var at = start.plusSeconds(random.nextInt(52 * 86_400));
        return switch (random.nextInt(6)) {
            case 0 -> at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
            case 1 -> at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant().minusMillis(1);
            case 2, 3 -> start.plusSeconds(random.nextInt(52) * 86_400L + random.nextInt(2400));
            default -> at;
        };
    }
}
