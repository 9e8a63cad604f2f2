package org.folkmoot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;

class DemoCommunityTests {

    private static final Instant UNTIL = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Found.Basket TOLD = told(7);
    private static final List<Deed> DEEDS = TOLD.all(Deed.class);

    private static Found.Basket told(long seed) {
        var basket = new Found.Basket();
        DemoCommunity.tell(seed, UNTIL, basket);
        return basket;
    }

    private static Instant at(Deed deed) {
        return Objects.requireNonNull(deed.at());
    }

    private static LocalDate day(Deed deed) {
        return LocalDate.ofInstant(at(deed), ZoneOffset.UTC);
    }

    private static long between(LocalDate from, LocalDate to) {
        return DEEDS.stream().filter(d -> !day(d).isBefore(from) && day(d).isBefore(to)).count();
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        assertThat(told(7).all()).isEqualTo(TOLD.all());
        assertThat(told(8).all()).isNotEqualTo(TOLD.all());
    }

    @Test
    void countsLieInTheirRanges() {
        assertThat(DEEDS).hasSizeBetween(40_000, 60_000);
        var people = TOLD.all(Person.class);
        var emails =
                people.stream()
                        .map(p -> p.fields().get("email"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        assertThat(emails).hasSizeBetween(1_150, 1_800);
        assertThat(people).hasSizeBetween(1_800, 3_500);
        assertThat(DEEDS.stream().map(Deed::source).collect(Collectors.toSet())).hasSize(6);
        assertThat(people).filteredOn(p -> p.left() != null).hasSizeGreaterThan(20);
        assertThat(TOLD.all(Mark.class).stream().map(Mark::what).collect(Collectors.toSet()))
                .hasSize(3);
    }

    @Test
    void everybodyWhoActsIsMentionedOrMarksHasBeenTold() {
        var people = TOLD.all(Person.class).stream().map(p -> p.source() + " " + p.id()).toList();
        assertThat(people).doesNotHaveDuplicates();
        var known = Set.copyOf(people);
        var named = new HashSet<String>();
        for (var deed : DEEDS) {
            named.add(deed.source() + " " + deed.who());
            deed.mentions().forEach(id -> named.add(deed.source() + " " + id));
        }
        TOLD.all(Mark.class).forEach(m -> named.add(m.source() + " " + m.by()));
        assertThat(beyond(known, named)).isEmpty();
    }

    /// A set of 50,000 is asked by its hash here, where an assertion would walk through it.
    private static Set<String> beyond(Set<String> known, Set<String> named) {
        named.removeAll(known);
        return named;
    }

    @Test
    void placesAndParentsHaveBeenTold() {
        var places =
                TOLD.all(Place.class).stream()
                        .map(p -> p.source() + " " + p.id())
                        .collect(Collectors.toSet());
        var ids = DEEDS.stream().map(d -> d.source() + " " + d.id()).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(DEEDS);
        var placesNamed = new HashSet<String>();
        var idsNamed = new HashSet<String>();
        for (var deed : DEEDS) {
            if (deed.place() != null) {
                placesNamed.add(deed.source() + " " + deed.place());
            }
            if (deed.parent() != null) {
                idsNamed.add(deed.source() + " " + deed.parent());
            }
        }
        TOLD.all(Mark.class).forEach(m -> idsNamed.add(m.source() + " " + m.id()));
        assertThat(beyond(places, placesNamed)).isEmpty();
        assertThat(beyond(ids, idsNamed)).isEmpty();
    }

    @Test
    void nothingHappensAfterTheEndOrBeforePeopleJoin() {
        assertThat(DEEDS).allMatch(d -> !at(d).isAfter(UNTIL));
        assertThat(DEEDS).allMatch(d -> d.edited() == null || !d.edited().isAfter(UNTIL));
        assertThat(TOLD.all(Mark.class)).allMatch(m -> m.at() != null && !m.at().isAfter(UNTIL));
        var joined = new HashMap<String, Instant>();
        for (var person : TOLD.all(Person.class)) {
            if (person.joined() != null) {
                joined.put(person.source() + " " + person.id(), person.joined());
                assertThat(person.joined()).isBeforeOrEqualTo(UNTIL);
            }
        }
        assertThat(DEEDS)
                .noneMatch(
                        d ->
                                at(d).isBefore(
                                                joined.getOrDefault(
                                                        d.source() + " " + d.who(), Instant.MIN)));
    }

    @Test
    void theLaunchIsASpikeAndTheQuietMonthIsQuiet() {
        var launch = TODAY.minusDays(300);
        assertThat(between(launch, launch.plusDays(7)))
                .isGreaterThan(between(launch.minusDays(7), launch) * 3 / 2);
        var newcomers = DEEDS.stream().filter(d -> d.kind() == Kind.JOIN).toList();
        assertThat(
                        newcomers.stream()
                                .filter(
                                        d ->
                                                !day(d).isBefore(launch)
                                                        && day(d).isBefore(launch.plusDays(7)))
                                .count())
                .isGreaterThan(newcomers.size() * 4L / 104);
        var quiet = YearMonth.of(2025, 10);
        long calm = between(quiet.atDay(1), quiet.plusMonths(1).atDay(1));
        assertThat(calm * 2).isLessThan(between(quiet.minusMonths(1).atDay(1), quiet.atDay(1)));
        assertThat(calm * 2)
                .isLessThan(between(quiet.plusMonths(1).atDay(1), quiet.plusMonths(2).atDay(1)));
    }

    @Test
    void someQuestionsOfTheLastThirtyDaysWait() {
        var asker = new HashMap<String, String>();
        var answered = new HashSet<String>();
        for (var deed : DEEDS) {
            asker.putIfAbsent(deed.source() + deed.id(), deed.who());
        }
        for (var deed : DEEDS) {
            boolean reply = deed.kind() == Kind.REPLY || deed.kind() == Kind.COMMENT;
            if (reply && !Objects.equals(asker.get(deed.source() + deed.parent()), deed.who())) {
                answered.add(deed.source() + deed.parent());
            }
        }
        var waiting =
                DEEDS.stream()
                        .filter(
                                d ->
                                        Set.of(Kind.MESSAGE, Kind.QUESTION, Kind.ISSUE)
                                                .contains(d.kind()))
                        .filter(d -> d.text() != null && d.text().contains("?"))
                        .filter(d -> at(d).isAfter(UNTIL.minus(Duration.ofDays(30))))
                        .filter(d -> !answered.contains(d.source() + d.id()))
                        .toList();
        assertThat(waiting).hasSizeBetween(20, 120);
        assertThat(waiting)
                .filteredOn(d -> at(d).isBefore(UNTIL.minus(Duration.ofDays(7))))
                .hasSizeGreaterThan(5);
    }

    @Test
    void malloryIsDealtWith() {
        assertThat(DEEDS).filteredOn(d -> d.kind() == Kind.BAN).hasSize(2);
        assertThat(TOLD.all(Mark.class))
                .filteredOn(m -> m.what() == Mark.What.DELETED)
                .hasSizeGreaterThan(10);
    }

    @Test
    void repliesOfAThreadAreWrittenForItsScript() {
        var scripts = new HashMap<String, Set<String>>();
        for (var script : new Texts().problems) {
            for (var part : List.of('q', 'a', 'd', 't')) {
                for (var line : script.of(part)) {
                    scripts.computeIfAbsent(core(line), l -> new HashSet<>()).add(script.id());
                }
            }
        }
        var unique =
                scripts.entrySet().stream()
                        .filter(e -> e.getKey().length() > 24)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(unique.values()).allMatch(ids -> ids.size() == 1);
        int checked = 0;
        for (var thread : threads().subList(0, 400)) {
            var topics = new HashSet<String>();
            for (var text : thread) {
                unique.forEach(
                        (line, ids) -> {
                            if (text.contains(line)) {
                                topics.addAll(ids);
                            }
                        });
            }
            assertThat(topics).as(thread.toString()).hasSizeLessThanOrEqualTo(1);
            checked += topics.size();
        }
        assertThat(checked).isGreaterThan(100);
    }

    /// The longest stretch without a blank.
    private static String core(String line) {
        var best = "";
        for (var part : line.split("\\{[a-z]+}")) {
            best = part.length() > best.length() ? part : best;
        }
        return best;
    }

    private static List<List<String>> threads() {
        var threads = new HashMap<String, List<String>>();
        var order = new ArrayList<List<String>>();
        for (var deed : DEEDS) {
            if (deed.kind() == Kind.QUESTION || deed.kind() == Kind.MESSAGE) {
                var texts = new ArrayList<>(List.of(String.valueOf(deed.text())));
                threads.put(deed.source() + deed.id(), texts);
                order.add(texts);
            } else if (deed.kind() == Kind.REPLY
                    && threads.containsKey(deed.source() + deed.parent())) {
                threads.getOrDefault(deed.source() + deed.parent(), new ArrayList<>())
                        .add(String.valueOf(deed.text()));
            }
        }
        return order.stream().filter(t -> t.size() > 2).toList();
    }

    @Test
    void noBlankIsLeftOpen() {
        assertThat(DEEDS)
                .noneMatch(d -> d.text() != null && d.text().matches("(?s).*\\{(?!#)[a-z]+}.*"));
        assertThat(DEEDS).noneMatch(d -> d.title() != null && d.title().matches(".*\\{[a-z]+}.*"));
    }

    @Test
    void tellingTakesLessThanThreeSecondsOfOneProcessor() {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        told(9);
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start))
                .isLessThan(Duration.ofSeconds(3));
    }
}
