package org.folkmoot.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class GroupingTests {

    private static final List<List<String>> TOPICS =
            List.of(
                    List.of("dark theme", "flicker", "contrast", "palette", "background"),
                    List.of("search index", "rebuild", "ranking", "query", "facets"),
                    List.of("plugin loader", "crash", "manifest", "dependency", "version"),
                    List.of("docker image", "deployment", "container", "volume", "compose"));
    private static final String[] FILLER = {
        "yesterday", "after the update", "on my laptop", "at the office", "for our customers",
        "in the morning", "with a colleague", "as usual", "by mistake", "before lunch"
    };

    private static Grouping.Post post(Random random, long id, int topic, boolean now) {
        var words = TOPICS.get(topic);
        var text =
                "%s %s and %s %s"
                        .formatted(
                                words.getFirst(),
                                words.get(1 + random.nextInt(4)),
                                words.get(1 + random.nextInt(4)),
                                FILLER[random.nextInt(FILLER.length)]);
        return new Grouping.Post(id, random.nextInt(40), now, text);
    }

    private static List<Grouping.Post> posts(long seed, int from, int many, boolean... topics) {
        var random = new Random(seed);
        var posts = new ArrayList<Grouping.Post>();
        for (int i = 0; i < many; i++) {
            int topic = random.nextInt(topics.length);
            posts.add(
                    topics[topic]
                            ? post(random, from + i, topic, random.nextInt(3) > 0)
                            : new Grouping.Post(
                                    from + i,
                                    i,
                                    true,
                                    "Only %s%d says %s%d"
                                            .formatted("name", i, "word", random.nextInt(99999))));
        }
        return posts;
    }

    private static List<Grouping.Before> known(List<Grouping.Theme> themes, Set<Long> stay) {
        var known = new ArrayList<Grouping.Before>();
        for (int i = 0; i < themes.size(); i++) {
            var theme = themes.get(i);
            var id = theme.id() == null ? i + 1L : theme.id();
            known.add(
                    new Grouping.Before(
                            id,
                            theme.label(),
                            stay.contains(id),
                            theme.centre(),
                            theme.posts().keySet()));
        }
        return known;
    }

    private static Map<Long, String> labels(List<Grouping.Theme> themes) {
        return themes.stream()
                .collect(
                        Collectors.toMap(
                                t -> Objects.requireNonNullElse(t.id(), 0L),
                                Grouping.Theme::label,
                                (a, _) -> a));
    }

    @Test
    void topicsAreFoundNamedByTheirWordsAndWhatStandsAloneIsInNone() {
        var posts = posts(1, 0, 300, true, true, true, true, false);
        var heard = new ArrayList<Integer>();
        var themes = Grouping.of(posts, List.of(), 3, heard::add);
        assertThat(heard).isSorted().isNotEmpty();
        assertThat(themes).hasSizeBetween(4, 8);
        for (var topic : TOPICS) {
            assertThat(themes).anyMatch(t -> t.label().contains(topic.getFirst()));
        }
        var by = posts.stream().collect(Collectors.toMap(Grouping.Post::id, Grouping.Post::text));
        for (var theme : themes) {
            var counts = new HashMap<String, Integer>();
            theme.posts()
                    .keySet()
                    .forEach(id -> counts.merge(by.get(id).split(" ")[0], 1, Integer::sum));
            var most = counts.values().stream().mapToInt(n -> n).max().orElse(0);
            assertThat(most).isGreaterThan(theme.posts().size() * 9 / 10);
            assertThat(counts).doesNotContainKey("Only");
        }
    }

    @Test
    void theSamePostsGiveTheSameThemes() {
        var posts = posts(2, 0, 400, true, true, false);
        assertThat(Grouping.of(posts, List.of(), 3, _ -> {}))
                .isEqualTo(Grouping.of(posts, List.of(), 3, _ -> {}));
    }

    @Test
    void aThemeOfLastWeekIsKnownAgainThisWeek() {
        var before = Grouping.of(posts(3, 0, 300, true, true, true, true), List.of(), 3, _ -> {});
        var known = known(before, Set.of());
        var later = Grouping.of(posts(4, 1000, 300, true, true, true, true), known, 3, _ -> {});
        var was = known.stream().collect(Collectors.toMap(Grouping.Before::id, b -> b));
        var again = later.stream().filter(t -> t.id() != null).toList();
        assertThat(again).hasSizeGreaterThanOrEqualTo(4);
        for (var theme : again) {
            var first =
                    TOPICS.stream().map(List::getFirst).filter(theme.label()::contains).findFirst();
            if (first.isPresent()) {
                assertThat(was.get(theme.id()).label()).contains(first.get());
            }
        }
        assertThat(again.stream().map(Grouping.Theme::id).distinct()).hasSameSizeAs(again);
    }

    @Test
    void whatPeopleMadeTheirsStaysThoughNobodySpeaksOfIt() {
        var before = Grouping.of(posts(5, 0, 200, true, true), List.of(), 3, _ -> {});
        var known = known(before, Set.of(1L));
        var label = known.getFirst().label();
        var later = Grouping.of(posts(6, 1000, 50, false), known, 3, _ -> {});
        assertThat(labels(later)).containsOnlyKeys(1L).containsEntry(1L, label);
        assertThat(later.getFirst().posts()).isEmpty();
        assertThat(later.getFirst().centre()).isEqualTo(known.getFirst().centre());
    }

    @Test
    void whatTooFewPeopleSaidIsNoTheme() {
        var random = new Random(7);
        var posts = new ArrayList<Grouping.Post>();
        for (int i = 0; i < 30; i++) {
            var post = post(random, i, i % 2, true);
            posts.add(new Grouping.Post(i, i % 2 == 0 ? i % 4 : i, true, post.text()));
        }
        var themes = Grouping.of(posts, List.of(), 5, _ -> {});
        assertThat(themes).noneMatch(t -> t.label().contains("dark theme"));
        assertThat(themes).anyMatch(t -> t.label().contains("search index"));
    }
}
