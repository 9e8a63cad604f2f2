package org.folkmoot.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.members.Crowd.Someone;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Conditions under and, or and not, against sets put together by hand.
@HouseTest
@NullUnmarked
class ConditionSqlTests {

    private static final List<String> SINGLE =
            List.of(
                    "platform is slack",
                    "role is staff",
                    "active 20 days",
                    "silent 20 days",
                    "joined until 2026-02-01",
                    "tag is champion",
                    "tag is \"no such tag\"",
                    "organisation is Engines",
                    "organisation contains ENG",
                    "organisation known",
                    "location contains london",
                    "language is de",
                    "email known",
                    "note contains KETTLES",
                    "words ada",
                    "left",
                    "activities",
                    "activities of kind answer",
                    "activities of kind answer in 20 days",
                    "activities of kind answer at least 3",
                    "activities of kind answer at most 1",
                    "activities at least 2 at most 4",
                    "everyone");

    @Autowired Town town;
    @Autowired Crowd crowd;
    @Autowired Asking asking;
    @Autowired Criteria criteria;
    @Autowired People people;
    @Autowired PeopleChoice choice;

    @Test
    void andOrAndNotAreWhatSetsAre() {
        var random = new Random(7);
        var here = town.found();
        crowd.meet(here, people(random));
        crowd.meet(town.found(), people(random));
        var everyone = Set.copyOf(asking.names(here, "everyone"));
        assertThat(everyone).hasSize(40);
        for (var single : SINGLE) {
            var fits = asking.names(here, single);
            assertThat(asking.names(here, "not (" + single + ")"))
                    .as("not " + single)
                    .noneMatch(fits::contains)
                    .hasSize(everyone.size() - fits.size());
        }
        for (int i = 0; i < 60; i++) {
            var condition = condition(random, 3);
            assertThat(asking.names(here, condition.text()))
                    .as(condition.text())
                    .containsExactlyInAnyOrderElementsOf(naive(here, everyone, condition));
        }
    }

    @Test
    void everySingleConditionFindsSomebodyAndNotEverybody() {
        var here = town.found();
        crowd.meet(here, people(new Random(7)));
        for (var single : SINGLE) {
            if (!single.equals("everyone") && !single.contains("no such")) {
                assertThat(asking.names(here, single)).as(single).hasSizeBetween(1, 39);
            }
        }
    }

    /// However many ways there are to fit, people are counted once and come once, page by page.
    @Test
    void whoFitsInSeveralWaysIsCountedAndListedOnce() {
        var random = new Random(9);
        var here = town.found();
        crowd.meet(here, people(random));
        for (int i = 0; i < 40; i++) {
            var condition = condition(random, 3);
            var sort = PeopleSort.values()[i % PeopleSort.values().length];
            var query = new PeopleQuery("", condition, sort);
            var hits = new Hits.Everyone(true);
            var fits = asking.names(here, condition.text());
            assertThat(town.in(here, () -> people.count(query, hits)))
                    .as(condition.text())
                    .isEqualTo(new People.Count(fits.size(), true));
            var listed = new ArrayList<String>();
            var slice = town.in(here, () -> people.page(query, hits, null, 7));
            while (slice != null) {
                slice.rows().forEach(row -> listed.add(row.name()));
                var next = slice.after() == null ? null : Cursor.of(slice.after());
                slice =
                        next == null
                                ? null
                                : town.in(here, () -> people.page(query, hits, next, 7));
            }
            assertThat(listed).as(condition.text()).containsExactlyInAnyOrderElementsOf(fits);
            assertThat(town.in(here, () -> choice.all(query.address(), true)))
                    .as(condition.text())
                    .hasSize(fits.size());
        }
    }

    /// Whatever is asked, and however deep the contrary of it is nested; counted as far as wanted.
    @Test
    void theContraryOfEverythingIsAllOthers() {
        var random = new Random(11);
        var here = town.found();
        crowd.meet(here, people(random));
        crowd.meet(town.found(), people(random));
        var everyone = Set.copyOf(asking.names(here, "everyone"));
        for (int i = 0; i < SINGLE.size(); i++) {
            var one = SINGLE.get(i);
            var other = SINGLE.get((i + 1 + random.nextInt(SINGLE.size() - 1)) % SINGLE.size());
            for (var text :
                    List.of(
                            "not %s".formatted(one),
                            "not (not %s)".formatted(one),
                            "not %s and not %s".formatted(one, other),
                            "not (%s and not %s)".formatted(one, other),
                            "not (not %s or not (%s and left))".formatted(one, other),
                            "not (not (%s or activities of kind answer at least 2) or %s)"
                                    .formatted(one, other))) {
                var fits = naive(here, everyone, criteria.read(text));
                assertThat(asking.names(here, text))
                        .as(text)
                        .containsExactlyInAnyOrderElementsOf(fits);
                for (int most : new int[] {0, 3, fits.size() - 1, fits.size(), 1000}) {
                    if (most >= 0) {
                        assertThat(asking.count(here, text, most))
                                .as("%s, to %d", text, most)
                                .isEqualTo(fits.size() > most ? most + "+" : "" + fits.size());
                    }
                }
            }
        }
    }

    /// More alternatives than are taken one by one: asked as it was written.
    @Test
    void aConditionOfVeryManyWaysIsAskedAsItWasWritten() {
        var here = town.found();
        crowd.meet(here, people(new Random(7)));
        var groups = new ArrayList<String>();
        var fit = new HashSet<>(asking.names(here, "everyone"));
        for (int days = 10; days <= 50; days += 10) {
            var group = "(tag is champion or left or active %d days)".formatted(days);
            groups.add(group);
            fit.retainAll(asking.names(here, group));
        }
        assertThat(asking.names(here, String.join(" and ", groups)))
                .hasSizeBetween(1, 39)
                .containsExactlyInAnyOrderElementsOf(fit);
    }

    private Set<String> naive(Community here, Set<String> everyone, Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> {
                var all = new HashSet<>(everyone);
                of.forEach(c -> all.retainAll(naive(here, everyone, c)));
                yield all;
            }
            case Condition.Any(var of) -> {
                var any = new HashSet<String>();
                of.forEach(c -> any.addAll(naive(here, everyone, c)));
                yield any;
            }
            case Condition.Not(var of) -> {
                var rest = new HashSet<>(everyone);
                rest.removeAll(naive(here, everyone, of));
                yield rest;
            }
            case Condition.Is single -> Set.copyOf(asking.names(here, single.text()));
        };
    }

    private Condition condition(Random random, int depth) {
        var some = new ArrayList<Condition>();
        for (int i = random.nextInt(3); i >= 0 && depth > 0; i--) {
            some.add(condition(random, depth - 1));
        }
        return switch (depth == 0 ? 3 : random.nextInt(4)) {
            case 0 -> Condition.all(some);
            case 1 -> Condition.any(some);
            case 2 -> new Condition.Not(condition(random, depth - 1));
            default -> criteria.read(SINGLE.get(random.nextInt(SINGLE.size())));
        };
    }

    private static List<Someone> people(Random random) {
        var now = Instant.now();
        var all = new ArrayList<Someone>();
        for (int i = 0; i < 40; i++) {
            var someone =
                    Someone.named(
                                    List.of("slack", "github").get(i % 2),
                                    "P" + i,
                                    (i % 5 == 0 ? "Ada " : "Grace ") + i)
                            .did(
                                    random.nextBoolean() ? "answer" : "message",
                                    1 + random.nextInt(5),
                                    now.minus(Duration.ofDays(random.nextInt(60))));
            someone = i % 3 == 0 ? someone.with("organisation", "Engines") : someone;
            someone = i % 4 == 0 ? someone.with("location", "London, UK") : someone;
            someone = i % 4 == 1 ? someone.with("language", "de") : someone;
            someone = i % 6 == 0 ? someone.with("email", "p" + i + "@example.org") : someone;
            someone = i % 5 == 1 ? someone.tagged("champion") : someone;
            someone = i % 7 == 2 ? someone.noted("Likes kettles") : someone;
            all.add(someone);
        }
        all.set(38, staff(all.get(38), now));
        all.set(39, gone(all.get(39), now));
        return all;
    }

    private static Someone staff(Someone p, Instant now) {
        return new Someone(
                p.platform(),
                p.id(),
                p.fields(),
                p.tags(),
                p.notes(),
                true,
                false,
                now.minus(Duration.ofDays(10)),
                null,
                null,
                java.util.Map.of());
    }

    private static Someone gone(Someone p, Instant now) {
        return new Someone(
                p.platform(),
                p.id(),
                p.fields(),
                p.tags(),
                p.notes(),
                false,
                false,
                Instant.parse("2026-01-01T12:00:00Z"),
                now.minus(Duration.ofDays(1)),
                p.last(),
                p.kinds());
    }
}
