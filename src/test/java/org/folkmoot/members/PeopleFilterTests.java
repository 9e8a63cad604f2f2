package org.folkmoot.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.members.Crowd.Someone;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Every filter and order against a filter that simply looks at everybody.
@HouseTest
@NullUnmarked
class PeopleFilterTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final List<String> FIRST =
            List.of("Ada", "Grace", "Linus", "Zoë", "Mallory", "山田花子", "محمد", "al", "Él", "% _\\");
    private static final List<String> LAST =
            List.of("Lovelace", "Hopper", "Ångström", "O'Neil", "ada");

    @Autowired Town town;
    @Autowired Crowd crowd;
    @Autowired People people;
    @Autowired Criteria criteria;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFilterFindsWhoASimpleLookFinds(long seed) {
        var random = new Random(seed);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var all = population(random, now);
        var community = town.found(ZONE.getId());
        crowd.meet(town.found(ZONE.getId()), all); // somebody else's people
        var ids = crowd.meet(community, all);
        for (int i = 0; i < 120; i++) {
            var query = query(random, now);
            var expected = expected(all, ids, query, now);
            var found = walk(community, query, 1 + random.nextInt(7));
            assertThat(found).as(query.address()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(sorted(found, all, ids, query.sort()))
                    .as("order of %s", query.address())
                    .isTrue();
            var count =
                    town.in(community, () -> people.count(query, people.search(query.q(), true)));
            assertThat(count).isEqualTo(new People.Count(expected.size(), true));
            assertThat(PeopleQuery.of(query.address(), criteria)).isEqualTo(query);
        }
    }

    /// Reads page after page to the end, and on the way goes back once a page and forth again.
    private List<Long> walk(Community community, PeopleQuery query, int limit) {
        var found = new LinkedHashSet<Long>();
        Cursor cursor = null;
        List<Long> before = List.of();
        do {
            var at = cursor;
            var slice =
                    town.in(
                            community,
                            () -> people.page(query, people.search(query.q(), true), at, limit));
            var page = slice.rows().stream().map(People.Row::id).toList();
            assertThat(found.stream().filter(page::contains)).as("nobody comes twice").isEmpty();
            if (slice.before() != null) {
                var back =
                        town.in(
                                community,
                                () ->
                                        people.page(
                                                query,
                                                people.search(query.q(), true),
                                                Cursor.of(slice.before()),
                                                limit));
                assertThat(back.rows().stream().map(People.Row::id)).isEqualTo(before);
            }
            before = page;
            found.addAll(page);
            cursor = slice.after() == null ? null : Cursor.of(slice.after());
        } while (cursor != null);
        return List.copyOf(found);
    }

    private static List<Someone> population(Random random, Instant now) {
        var all = new ArrayList<Someone>();
        for (int i = 0; i < 60; i++) {
            var name = pick(random, FIRST) + " " + pick(random, LAST);
            var fields = new HashMap<>(Map.of("name", name, "handle", "h" + i));
            if (random.nextBoolean()) {
                fields.put("organisation", "Org " + random.nextInt(3));
            }
            if (random.nextInt(3) == 0) {
                fields.put("email", "p" + i + "@example.org");
            }
            var seen = random.nextInt(5) > 0;
            all.add(
                    new Someone(
                            pick(random, List.of("slack", "github", "mail")),
                            "U" + i,
                            fields,
                            random.nextBoolean() ? Set.of("tag" + random.nextInt(3)) : Set.of(),
                            random.nextInt(6) == 0 ? List.of("Likes Kettles") : List.of(),
                            random.nextInt(6) == 0,
                            random.nextInt(8) == 0,
                            now.minus(Duration.ofDays(40 + random.nextInt(60))),
                            random.nextInt(5) == 0 ? now.minus(Duration.ofDays(1)) : null,
                            seen ? now.minus(Duration.ofHours(1 + random.nextInt(24 * 60))) : null,
                            seen
                                    ? Map.of(
                                            pick(random, List.of("message", "reply", "release")),
                                            1 + random.nextInt(4))
                                    : Map.of()));
        }
        return all;
    }

    private PeopleQuery query(Random random, Instant now) {
        var params = new HashMap<String, List<String>>();
        var words =
                List.of(
                        "ada",
                        "Zoe",
                        "ada lo",
                        "a",
                        "al",
                        "kettles",
                        "example.org",
                        "%",
                        "山田",
                        "angstrom h1",
                        "nobody here",
                        "_\\");
        maybe(random, 3, () -> params.put("q", List.of(pick(random, words))));
        maybe(
                random,
                4,
                () ->
                        params.put(
                                "platform",
                                List.of(pick(random, List.of("slack", "mail", "zoom")))));
        maybe(
                random,
                5,
                () -> params.put("role", List.of(pick(random, List.of("member", "staff", "bot")))));
        maybe(random, 5, () -> params.put("active", List.of("" + (1 + random.nextInt(60)))));
        maybe(random, 6, () -> params.put("silent", List.of("" + (1 + random.nextInt(60)))));
        var day = LocalDate.ofInstant(now, ZONE);
        maybe(
                random,
                6,
                () ->
                        params.put(
                                "from",
                                List.of(day.minusDays(30 + random.nextInt(60)).toString())));
        maybe(
                random,
                6,
                () -> params.put("to", List.of(day.minusDays(30 + random.nextInt(60)).toString())));
        maybe(
                random,
                5,
                () -> {
                    params.put("kind", List.of(pick(random, List.of("message", "release"))));
                    maybe(
                            random,
                            2,
                            () -> params.put("within", List.of("" + (1 + random.nextInt(60)))));
                });
        maybe(random, 5, () -> params.put("tag", List.of("tag" + random.nextInt(3))));
        maybe(random, 5, () -> params.put("organisation", List.of("Org " + random.nextInt(3))));
        maybe(random, 8, () -> params.put("left", List.of("yes")));
        params.put(
                "sort", List.of(pick(random, List.of("active", "name", "activities", "joined"))));
        return PeopleQuery.of(params, criteria);
    }

    private static List<Long> expected(
            List<Someone> all, List<Long> ids, PeopleQuery query, Instant now) {
        var q = Wanted.of(query);
        Predicate<Someone> fits =
                p ->
                        words(p, q.q())
                                && q.platforms().stream().allMatch(p.platform()::equals)
                                && (q.role() == null
                                        || q.role()
                                                .equals(
                                                        p.bot()
                                                                ? "bot"
                                                                : p.staff() ? "staff" : "member"))
                                && (q.active() == null
                                        || (p.last() != null
                                                && p.last()
                                                        .isAfter(
                                                                now.minus(
                                                                        Duration.ofDays(
                                                                                q.active())))))
                                && (q.silent() == null
                                        || p.last() == null
                                        || p.last()
                                                .isBefore(now.minus(Duration.ofDays(q.silent()))))
                                && (q.from() == null || !day(first(p)).isBefore(q.from()))
                                && (q.to() == null || !day(first(p)).isAfter(q.to()))
                                && (q.kind() == null
                                        || (p.kinds().containsKey(q.kind())
                                                && (q.within() == null
                                                        || p.last()
                                                                .isAfter(
                                                                        now.minus(
                                                                                Duration.ofDays(
                                                                                        q
                                                                                                .within()))))))
                                && p.tags().containsAll(q.tags())
                                && (q.organisation() == null
                                        || q.organisation().equals(p.fields().get("organisation")))
                                && (!q.left() || (p.left() != null));
        var found = new ArrayList<Long>();
        for (int i = 0; i < all.size(); i++) {
            if (fits.test(all.get(i))) {
                found.add(ids.get(i));
            }
        }
        return found;
    }

    /// Every word is somewhere in what is known of them; a short one only at the beginning of the
    /// name or, beside a longer one, of a word.
    private static boolean words(Someone p, String q) {
        if (q.isEmpty()) {
            return true;
        }
        var text =
                fold(
                        String.join(
                                " ",
                                p.fields().get("name"),
                                p.fields().get("handle"),
                                p.fields().getOrDefault("email", ""),
                                p.id(),
                                p.fields().getOrDefault("organisation", ""),
                                String.join(" ", p.notes())));
        var words = List.of(fold(q).split("\\s+"));
        var longer = words.stream().anyMatch(w -> w.codePointCount(0, w.length()) >= 3);
        return words.stream()
                .allMatch(
                        w ->
                                w.codePointCount(0, w.length()) >= 3
                                        ? text.contains(w)
                                        : longer
                                                ? (" " + text).contains(" " + w)
                                                : fold(p.fields().get("name")).startsWith(w));
    }

    private static String fold(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036F]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean sorted(
            List<Long> found, List<Someone> all, List<Long> ids, PeopleSort sort) {
        Comparator<Someone> order =
                switch (sort) {
                    case LAST_ACTIVE ->
                            Comparator.<Someone, Instant>comparing(
                                            p -> p.last() == null ? Instant.MIN : p.last())
                                    .reversed();
                    case NAME -> Comparator.comparing(p -> fold(p.fields().get("name")));
                    case ACTIVITIES ->
                            Comparator.<Someone>comparingInt(
                                            p -> p.kinds().values().stream().mapToInt(n -> n).sum())
                                    .reversed();
                    case FIRST_SEEN ->
                            Comparator.<Someone, Instant>comparing(PeopleFilterTests::first)
                                    .reversed();
                };
        var people = found.stream().map(id -> all.get(ids.indexOf(id))).toList();
        for (int i = 1; i < people.size(); i++) {
            if (order.compare(people.get(i - 1), people.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Instant first(Someone p) {
        var told = Instant.parse("2026-03-01T12:00:00Z");
        var first = p.joined().isBefore(told) ? p.joined() : told;
        return p.last() != null && p.last().isBefore(first) ? p.last() : first;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /// The simple filters of an address, each by itself.
    private record Wanted(
            String q,
            List<String> platforms,
            String role,
            Integer active,
            Integer silent,
            LocalDate from,
            LocalDate to,
            String kind,
            Integer within,
            List<String> tags,
            String organisation,
            boolean left) {

        static Wanted of(PeopleQuery query) {
            return new Wanted(
                    query.q(),
                    all(query, "platform"),
                    query.param("role"),
                    number(query, "active"),
                    number(query, "silent"),
                    day(query, "from"),
                    day(query, "to"),
                    query.param("kind"),
                    number(query, "within"),
                    all(query, "tag"),
                    query.param("organisation"),
                    query.param("left") != null);
        }

        private static List<String> all(PeopleQuery query, String name) {
            return query.params().stream()
                    .filter(p -> p.name().equals(name))
                    .map(PeopleQuery.Param::value)
                    .toList();
        }

        private static Integer number(PeopleQuery query, String name) {
            var value = query.param(name);
            return value == null ? null : Integer.valueOf(value);
        }

        private static LocalDate day(PeopleQuery query, String name) {
            var value = query.param(name);
            return value == null ? null : LocalDate.parse(value);
        }
    }

    private static void maybe(Random random, int oneIn, Runnable then) {
        if (random.nextInt(oneIn) == 0) {
            then.run();
        }
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
