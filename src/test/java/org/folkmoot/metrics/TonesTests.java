package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.language.Languages;
import org.folkmoot.language.Mood;
import org.folkmoot.language.Sentiment;
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

/// The tone of what was written, against adding up every post by itself.
@HouseTest
@NullUnmarked
class TonesTests {

    private static final String SLACK = "slack:T1";
    private static final String FORUM = "discourse:lantern";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate START = LocalDate.parse("2025-03-24");
    private static final List<String> TEXTS =
            List.of(
                    "This is great, thank you so much, I love the new lamp!",
                    "Wonderful work, that fixed it for me. Thanks!",
                    "I hate this. The release is broken and it lost all my data.",
                    "This is a terrible bug, really annoying and a waste of time.",
                    "The lamp is configured in the second section of the file.",
                    "We meet on Tuesday at ten in the usual room.",
                    "Das funktioniert bei mir leider nach dem letzten Update überhaupt nicht mehr.",
                    "J'ai installé la nouvelle version hier soir et tout fonctionne très bien.",
                    "ok",
                    "");
    private static final String[] PEOPLE = {
        "Ada", "Grace", "Linus", "Zoë", "Mallory", "花子", "محمد", "Robby", "Eve"
    };
    private static final Kind[] KINDS = {
        Kind.MESSAGE, Kind.MESSAGE, Kind.REPLY, Kind.ANSWER, Kind.REACTION, Kind.COMMIT
    };

    @Autowired Metrics metrics;
    @Autowired Listening listening;
    @Autowired Intaking intaking;
    @Autowired Town town;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private Community found() {
        var community = town.found(ZONE.getId());
        intaking.take(
                community,
                List.of(
                        new Found.Origin(SLACK, "Lantern chat", Markup.SLACK),
                        new Found.Origin(FORUM, "Lantern forum", Markup.MARKDOWN),
                        Found.Place.of(SLACK, "C1", "general", Style.CHAT),
                        Found.Place.of(SLACK, "C2", "random", Style.CHAT),
                        Found.Place.of(FORUM, "F1", "help desk", Style.FORUM),
                        Person.of(SLACK, "Robby")
                                .with("name", "Robby")
                                .flag(Person.Flag.BOT, true)));
        return community;
    }

    private static Deed deed(int number, Random random) {
        var forum = number % 3 == 0;
        var at =
                START.plusDays(random.nextInt(20))
                        .atStartOfDay(ZONE)
                        .plusSeconds(random.nextInt(86_400))
                        .toInstant();
        var text = TEXTS.get(random.nextInt(TEXTS.size()));
        return Deed.of(
                        forum ? FORUM : SLACK,
                        "d" + number,
                        KINDS[random.nextInt(KINDS.length)],
                        PEOPLE[random.nextInt(PEOPLE.length)],
                        at)
                .in(forum ? "F1" : random.nextBoolean() ? "C1" : "C2")
                .saying(text);
    }

    private void inside(Community community, Runnable work) {
        town.in(
                community,
                () -> {
                    new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
                    return true;
                });
    }

    /// One post as the tables hold it.
    private record Post(
            long id,
            String text,
            Instant at,
            long member,
            String role,
            String platform,
            long place,
            String corrected) {}

    private List<Post> posts(Community community) {
        var posts = new ArrayList<Post>();
        inside(
                community,
                () ->
                        db.query(
                                """
                                select a.id, a.text, a.at, i.member_id, coalesce(m.role_by_hand, m.role), i.platform, a.place_id, c.mood
                                from activity.activity a join members.identity i on i.id = a.identity_id
                                join members.member m on m.id = i.member_id
                                left join listening.correction c on c.activity_id = a.id
                                    and c.digest = hashtextextended(a.text, 0)
                                where a.counted and a.kind not in ('reaction', 'commit') and a.text <> '' order by a.id
                                """,
                                row -> {
                                    posts.add(
                                            new Post(
                                                    row.getLong(1),
                                                    row.getString(2),
                                                    row.getTimestamp(3).toInstant(),
                                                    row.getLong(4),
                                                    row.getString(5),
                                                    row.getString(6),
                                                    row.getLong(7),
                                                    row.getString(8)));
                                }));
        return posts;
    }

    private static Double polarity(Post post) {
        if (post.corrected() != null) {
            return Map.of("positive", 1.0, "neutral", 0.0, "negative", -1.0).get(post.corrected());
        }
        var spoken = Languages.of(post.text());
        return spoken.certain() && !spoken.language().equals("en")
                ? null
                : Math.round(Sentiment.shipped().of(post.text()).polarity() * 1000) / 1000.0;
    }

    private static String mood(Post post) {
        return post.corrected() != null
                ? post.corrected()
                : Sentiment.shipped().of(post.text()).mood().key();
    }

    private static List<Post> those(
            List<Post> all, Filters filters, LocalDate first, LocalDate last) {
        return all.stream()
                .filter(
                        p -> {
                            var day = p.at().atZone(ZONE).toLocalDate();
                            return !day.isBefore(first) && !day.isAfter(last);
                        })
                .filter(
                        p ->
                                p.role().equals("member")
                                        || (filters.staff() && p.role().equals("staff")))
                .filter(p -> filters.platform() == null || filters.platform().equals(p.platform()))
                .filter(p -> filters.place() == null || filters.place() == p.place())
                .toList();
    }

    /// @param mean null when fewer than five wrote
    private record Naive(int posts, int people, Double mean, double error, long unsupported) {}

    private static Naive naive(List<Post> posts) {
        var read = posts.stream().filter(p -> polarity(p) != null).toList();
        double mean = read.stream().mapToDouble(TonesTests::polarity).average().orElse(Double.NaN);
        var members = read.stream().map(Post::member).distinct().toList();
        double squares = 0;
        for (var member : members) {
            double off = 0;
            for (var post : read) {
                off += post.member() == member ? polarity(post) - mean : 0;
            }
            squares += off * off;
        }
        double g = members.size();
        return new Naive(
                read.size(),
                members.size(),
                members.size() < 5 ? null : mean,
                Math.sqrt(squares * g / (g - 1)) / read.size(),
                posts.size() - read.size());
    }

    private static void same(Tones ours, List<Post> posts, String about) {
        var naive = naive(posts);
        assertThat(ours.all().posts()).as(about).isEqualTo(naive.posts());
        assertThat(ours.all().people()).as(about).isEqualTo(naive.people());
        assertThat(ours.unsupported()).as(about).isEqualTo(naive.unsupported());
        assertThat(ours.unread()).as(about).isZero();
        if (naive.mean() == null) {
            assertThat(ours.reading().value()).as(about).isNull();
            assertThat(ours.reading().reason()).as(about).isNotBlank();
            assertThat(ours.all().share(ours.all().positive())).as(about).isNull();
        } else {
            assertThat(ours.reading().value()).as(about).isCloseTo(naive.mean(), within(1e-9));
            assertThat(ours.all().error()).as(about).isCloseTo(naive.error(), within(1e-9));
            var moods = new HashMap<String, Long>();
            posts.stream()
                    .filter(p -> polarity(p) != null)
                    .forEach(p -> moods.merge(mood(p), 1L, Long::sum));
            assertThat(ours.all().positive())
                    .as(about)
                    .isEqualTo(moods.getOrDefault(Mood.POSITIVE.key(), 0L));
            assertThat(ours.all().negative())
                    .as(about)
                    .isEqualTo(moods.getOrDefault(Mood.NEGATIVE.key(), 0L));
        }
    }

    private Ask ask(Community community, LocalDate asOf, int days, Filters filters) {
        return new Ask(
                community, Window.of(asOf, days, ZONE, clock.instant()), filters, clock.instant());
    }

    private String something(Community community, Random random, int step) {
        return switch (random.nextInt(9)) {
            case 0 -> {
                var edited =
                        deed(random.nextInt(60), random)
                                .edited(Instant.parse("2025-06-01T00:00:00Z").plusSeconds(step));
                intaking.take(community, List.of(edited));
                yield "another version";
            }
            case 1 -> {
                int number = random.nextInt(60);
                intaking.take(
                        community,
                        List.of(
                                new Found.Mark(
                                        number % 3 == 0 ? FORUM : SLACK,
                                        "d" + number,
                                        Found.Mark.What.DELETED,
                                        null,
                                        null)));
                yield "a deletion";
            }
            case 2 -> {
                var role = List.of("member", "staff", "bot").get(random.nextInt(3));
                change(
                        community,
                        "update members.member set role_by_hand = '%s' where id = (select member_id from members.identity order by md5(id::text || '%d') limit 1)"
                                .formatted(role, random.nextInt()));
                yield "a role";
            }
            case 3 -> {
                change(
                        community,
                        "update members.identity set member_id = (select id from members.member order by md5(id::text || '%1$d') limit 1) where id = (select id from members.identity order by md5(id::text || '%1$d') limit 1)"
                                .formatted(random.nextInt()));
                yield "a merge";
            }
            default -> {
                int from = random.nextInt(60);
                var deeds = new ArrayList<Found>();
                for (int i = 0; i < 6; i++) {
                    deeds.add(deed(from + i, random));
                }
                intaking.take(community, deeds);
                yield "posts";
            }
        };
    }

    private void change(Community community, String sql) {
        inside(community, () -> db.update(sql));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bothFormulationsAgreeWhateverHappens(long seed) {
        var random = new Random(seed);
        var community = found();
        var told = 0;
        for (int step = 0; step < 40; step++) {
            var what = something(community, random, step);
            town.in(community, listening::finish);
            var posts = posts(community);
            var filters =
                    new Filters(
                            random.nextInt(4) == 0 ? "slack" : null,
                            random.nextInt(5) == 0 && !posts.isEmpty()
                                    ? posts.get(random.nextInt(posts.size())).place()
                                    : null,
                            null,
                            null,
                            random.nextBoolean());
            var asOf = START.plusDays(random.nextInt(24));
            var days = random.nextBoolean() ? 7 : 30;
            var tones =
                    town.in(community, () -> metrics.of(ask(community, asOf, days, filters)))
                            .sentiment();
            var about =
                    "seed %d, step %d, after %s, %d days to %s, %s"
                            .formatted(seed, step, what, days, asOf, filters);
            var first = asOf.minusDays(days - 1L);
            same(tones.now(), those(posts, filters, first, asOf), about);
            same(
                    tones.before(),
                    those(posts, filters, first.minusDays(days), first.minusDays(1)),
                    about + ", before");
            for (int back = 0; back < days; back++) {
                var day = asOf.minusDays(back);
                var week = those(posts, filters, day.minusDays(6), day);
                var naive = naive(week);
                var ours = tones.now().weeks().get(day);
                assertThat(ours == null ? 0 : ours.posts()).as(about).isEqualTo(naive.posts());
                if (naive.mean() != null) {
                    assertThat(ours.mean()).as(about).isCloseTo(naive.mean(), within(1e-9));
                    told++;
                }
            }
            if (random.nextInt(3) == 0 && !posts.isEmpty()) {
                correct(community, posts.get(random.nextInt(posts.size())).id(), random);
            }
        }
        assertThat(told).isGreaterThan(20);
    }

    /// As the page does: a row, and the day's version.
    private void correct(Community community, long post, Random random) {
        var mood = Mood.values()[random.nextInt(3)].key();
        inside(
                community,
                () -> {
                    db.update(
                            """
                            insert into listening.correction (community_id, activity_id, digest, mood, by, at)
                            select community_id, activity_id, digest, '%s', 'Eve', now() from listening.judged where activity_id = %d
                            on conflict (community_id, activity_id) do update set mood = excluded.mood, digest = excluded.digest
                            """
                                    .formatted(mood, post));
                    db.update(
                            """
                            insert into listening.day as d (community_id, day)
                            select community_id, (at at time zone 'Europe/Berlin')::date from activity.activity where id = %d
                            on conflict (community_id, day) do update set version = d.version + 1
                            """
                                    .formatted(post));
                });
    }

    private Community talk(int people, String... texts) {
        var community = found();
        var deeds = new ArrayList<Found>();
        for (int i = 0; i < people; i++) {
            for (int t = 0; t < texts.length; t++) {
                deeds.add(
                        Deed.of(
                                        SLACK,
                                        "p%d-%d".formatted(i, t),
                                        Kind.MESSAGE,
                                        "U" + i,
                                        START.plusDays(1 + t)
                                                .atTime(12, i)
                                                .atZone(ZONE)
                                                .toInstant())
                                .in("C1")
                                .saying(texts[t]));
            }
        }
        intaking.take(community, deeds);
        return community;
    }

    private Tones week(Community community, Filters filters) {
        return town.in(community, () -> metrics.of(ask(community, START.plusDays(6), 7, filters)))
                .sentiment()
                .now();
    }

    @Test
    void unreadPostsAreCountedAsSuchUntilTheyAreRead() {
        var community = talk(6, TEXTS.get(0));
        var report = week(community, Filters.NONE);
        assertThat(report.written()).isEqualTo(6);
        town.in(community, listening::finish);
        var read = week(community, Filters.NONE);
        assertThat(read.unread()).isZero();
        assertThat(read.coverage().value()).isEqualTo(1);
        assertThat(read.all().mean()).isGreaterThan(.5);
        assertThat(read.all().positive()).isEqualTo(6);
    }

    @Test
    void theToneOfFewerThanFivePeopleIsNeverTold() {
        var community = talk(4, TEXTS.get(0), TEXTS.get(2), TEXTS.get(0));
        town.in(community, listening::finish);
        var tones = week(community, Filters.NONE);
        assertThat(tones.all().posts()).isEqualTo(12);
        assertThat(tones.reading().value()).isNull();
        assertThat(tones.reading().reason()).contains("Too few people");
        assertThat(tones.worst()).isNull();
        assertThat(tones.places()).allMatch(p -> p.tone().mean() == null);
        assertThat(tones.platforms()).allMatch(p -> p.tone().share(1) == null);
    }

    @Test
    void otherLanguagesAreLeftOutAndCounted() {
        var community = talk(6, TEXTS.get(0), TEXTS.get(6));
        town.in(community, listening::finish);
        var tones = week(community, Filters.NONE);
        assertThat(tones.unsupported()).isEqualTo(6);
        assertThat(tones.coverage().value()).isEqualTo(.5);
        assertThat(tones.all().posts()).isEqualTo(6);
        assertThat(tones.all().positive()).isEqualTo(6);
    }

    /// Five say one good and one bad thing each: the mean lies between, and it is known exactly.
    @Test
    void theIntervalGoesByPeopleNotByPosts() {
        var same = talk(5, TEXTS.get(0), TEXTS.get(2));
        town.in(same, listening::finish);
        var tone = week(same, Filters.NONE).all();
        assertThat(tone.error()).isCloseTo(0, within(1e-12));
        var good = Sentiment.shipped().of(TEXTS.get(0)).polarity();
        var bad = Sentiment.shipped().of(TEXTS.get(2)).polarity();
        assertThat(tone.mean()).isCloseTo((good + bad) / 2, within(1e-3));
        assertThat(tone.positive()).isEqualTo(5);
        assertThat(tone.negative()).isEqualTo(5);
        assertThat(tone.neutral()).isZero();
    }

    /// The example of docs/metrics.md.
    @Test
    void theExampleOfTheDocumentationHolds() {
        var community = talk(5, "This is great, thank you so much", "I hate this. It is broken");
        var more = new ArrayList<Found>();
        for (int i = 0; i < 10; i++) {
            more.add(
                    Deed.of(
                                    SLACK,
                                    "g" + i,
                                    Kind.MESSAGE,
                                    "U9",
                                    START.plusDays(2).atTime(10, i).atZone(ZONE).toInstant())
                            .in("C1")
                            .saying("Das funktioniert leider nicht"));
        }
        intaking.take(community, more);
        town.in(community, listening::finish);
        var tones = week(community, Filters.NONE);
        assertThat(tones.reading().value()).isCloseTo(-.0005, within(1e-9));
        assertThat(tones.all().error()).isCloseTo(0, within(1e-12));
        assertThat(tones.all().share(tones.all().positive())).isEqualTo(.5);
        assertThat(tones.unsupported()).isEqualTo(10);
        assertThat(tones.coverage().value()).isEqualTo(.5);
    }

    @Test
    void aSecondLookAsksNoLedger() throws Exception {
        var community = talk(6, TEXTS.get(0));
        town.in(community, listening::finish);
        week(community, Filters.NONE);
        assertThat(
                        Queries.during(
                                () ->
                                        Here.in(
                                                community.id(),
                                                () ->
                                                        metrics.of(
                                                                ask(
                                                                        community,
                                                                        START.plusDays(6),
                                                                        7,
                                                                        Filters.NONE)))))
                .noneMatch(sql -> sql.contains("report_activity"));
    }
}
