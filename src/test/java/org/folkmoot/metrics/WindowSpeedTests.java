package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.folkmoot.community.BusinessHours;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// How long a window of a year takes to count from its sheets. With `-Dwindow.members=1000000
/// -Dwindow.yearly=2000000` it is that of docs/benchmarks.md; as it is, it looks that nothing
/// is out of all proportion.
@NullUnmarked
class WindowSpeedTests {

    private static final int MEMBERS = Integer.getInteger("window.members", 5_000);
    private static final int YEARLY = Integer.getInteger("window.yearly", 20_000);
    private static final Instant NOW = Instant.parse("2026-03-31T15:00:00Z");
    private static final Community HERE =
            new Community(
                    new CommunityId(1),
                    "years",
                    "Years",
                    Community.Kind.DEVELOPER,
                    ZoneOffset.UTC,
                    Locale.ENGLISH,
                    false);

    private final Random chance = new Random(1);
    private final Recollection talks = new Recollection();
    private final List<String> said = new ArrayList<>();

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private <T> T measured(String what, Supplier<T> work) {
        long cpu = cpu();
        long at = System.nanoTime();
        var result = work.get();
        said.add(
                "%-40s %,8.1f ms  %,8.1f ms of CPU"
                        .formatted(what, (System.nanoTime() - at) / 1e6, (cpu() - cpu) / 1e6));
        return result;
    }

    private long account() {
        return 1 + (long) (MEMBERS * Math.pow(chance.nextDouble(), 2.5));
    }

    private List<Sheets.Sheet> sheets(LocalDate first, LocalDate last, Sheets.Part part) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Sheets.Sheet(day, body(day, part)))
                .toList();
    }

    private byte[] body(LocalDate day, Sheets.Part part) {
        long midnight = Census.micros(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        int many = YEARLY / 365;
        return switch (part) {
            case PRESENCE -> {
                var out = new Packed.Writer();
                long before = 0;
                for (long account :
                        chance.longs(many).map(_ -> account()).distinct().sorted().toArray()) {
                    out.count(((account - before) << 1) | chance.nextInt(2));
                    before = account;
                }
                yield out.bytes();
            }
            case TALK -> {
                var roots = new ArrayList<Root>();
                for (int i = 0; i < many * 2 / 5; i++) {
                    long at = midnight + i * 80_000_000_000L / many;
                    var deeds = new ArrayList<Root.Deed>();
                    for (int d = chance.nextInt(4); d > 0; d--) {
                        long after = (long) (1e6 * Math.exp(8 + 2.2 * chance.nextGaussian()));
                        deeds.add(new Root.Deed(account(), at + after, chance.nextInt(3) > 0));
                    }
                    deeds.sort(java.util.Comparator.comparingLong(Root.Deed::at));
                    roots.add(
                            new Root(
                                    day.toEpochDay() * 100_000 + i,
                                    chance.nextBoolean() ? "question" : "issue",
                                    chance.nextBoolean() ? "slack" : "discourse",
                                    account(),
                                    1 + chance.nextInt(300),
                                    at,
                                    chance.nextInt(5) > 0,
                                    true,
                                    Root.Told.BY_PLATFORM,
                                    chance.nextInt(300),
                                    deeds,
                                    List.of()));
                }
                yield Root.pack(roots);
            }
            case TONE -> {
                var writers = new ArrayList<ToneSheet.Writer>();
                for (long account :
                        chance.longs(many * 9 / 10)
                                .map(_ -> account())
                                .distinct()
                                .sorted()
                                .toArray()) {
                    var mood = List.of("positive", "negative", "neutral").get(chance.nextInt(3));
                    writers.add(
                            new ToneSheet.Writer(
                                    account,
                                    chance.nextBoolean() ? "slack" : "discourse",
                                    List.of(
                                            new ToneSheet.Post(
                                                    1 + chance.nextInt(300),
                                                    midnight
                                                            + chance.nextInt(80_000)
                                                                    * 1_000_000L
                                                                    / 2,
                                                    ToneSheet.code(
                                                            true, mood, chance.nextInt(1000))))));
                }
                yield ToneSheet.pack(writers);
            }
        };
    }

    @Test
    void aYearOfManyPeopleIsCountedInNoTime() throws Exception {
        var ask = Ask.of(HERE, Map.of("window", "365"), NOW);
        var first = ask.window().before().before().first();
        var presence = sheets(first, ask.window().last(), Sheets.Part.PRESENCE);
        var talk = sheets(ask.window().before().first(), ask.window().last(), Sheets.Part.TALK);
        var tone = sheets(ToneCount.first(ask), ask.window().last(), Sheets.Part.TONE);
        var ids = new long[MEMBERS];
        Arrays.setAll(ids, i -> i + 1L);
        var seen = new long[MEMBERS];
        Arrays.setAll(
                seen,
                i -> Census.micros(NOW) - (long) ((1 - (double) i / MEMBERS) * 5 * 365 * 86_400e6));
        var never = new long[MEMBERS];
        Arrays.fill(never, People.NEVER);
        var roll =
                new Roll(
                        ids,
                        ids,
                        ids,
                        new byte[MEMBERS],
                        new People.Lives(seen, never, never, null));
        for (int round = 0; round < 3; round++) {
            round(round == 0 ? "talk, first" : "talk, one new", ask, roll, presence, talk, tone);
        }
        merged(ask, roll, talk, tone);
        if (MEMBERS > 100_000) {
            Files.write(Path.of("target/window-speed.txt"), said);
        }
        assertThat(said).isNotEmpty();
    }

    /// What was kept of the days is what they come to anew when two accounts are one person's.
    private void merged(Ask ask, Roll roll, List<Sheets.Sheet> talk, List<Sheets.Sheet> tone) {
        var people = roll.people();
        for (long account : new long[] {3, 40, MEMBERS}) {
            var now =
                    new Roll(
                            new long[] {account},
                            new long[] {account - 1},
                            new long[0],
                            new byte[0],
                            new People.Lives(new long[0], new long[0], new long[0], null));
            var joined =
                    roll.changed(people, new long[] {account}, new long[] {account}, now).people();
            var scope = new Scope(joined, false, null, null, joined.lives());
            var rules = new TalkRules(ask, scope, Set.of(), Map.of());
            var kept = kept(scope);
            var anew = new Recollection();
            assertThat(talk(ask, rules, talk, kept))
                    .isEqualTo(talk(ask, rules, talk, kept(anew, scope)));
            var before = ask.before();
            assertThat(talk(before, rules.of(before), talk, kept))
                    .isEqualTo(talk(before, rules.of(before), talk, kept(anew, scope)));
            assertThat(kept.of(before, ToneCount.of(before, tone)))
                    .isEqualTo(ToneCount.of(before, scope, ToneCount.of(before, tone)));
        }
    }

    private Recollection.Kept kept(Scope scope) {
        return kept(talks, scope);
    }

    private static Recollection.Kept kept(Recollection recollection, Scope scope) {
        try {
            return Here.in(HERE.id(), () -> recollection.of(Filters.NONE, scope, Set.of()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Almanac.Talk talk(
            Ask ask, TalkRules rules, List<Sheets.Sheet> days, Recollection.Kept kept) {
        var all = new TalkCount(ask.window().zone(), rules.to());
        for (var day : days) {
            if (!day.day().isBefore(ask.window().first())
                    && !day.day().isAfter(ask.window().last())) {
                all.add(kept.of(day, rules, ask));
            }
        }
        var open =
                new OpenTime(
                        BusinessHours.USUAL,
                        ZoneOffset.UTC,
                        ask.window().from(),
                        ask.window().to());
        return new Almanac.Talk(all.waits(rules.staffed(), open), all.breakdown());
    }

    private void round(
            String what,
            Ask ask,
            Roll all,
            List<Sheets.Sheet> presence,
            List<Sheets.Sheet> talk,
            List<Sheets.Sheet> tone) {
        var known = all.people();
        var one = new long[] {MEMBERS + 1L};
        var now =
                new Roll(
                        one,
                        one,
                        one,
                        new byte[1],
                        new People.Lives(
                                new long[] {Census.micros(NOW)},
                                new long[] {People.NEVER},
                                new long[] {People.NEVER},
                                null));
        var roll = measured("roll, one new", () -> all.changed(known, one, one, now));
        var people = measured("people", roll::people);
        var scope = measured("scope", () -> new Scope(people, false, null, null, people.lives()));
        var growth =
                measured(
                        "growth",
                        () ->
                                new Report.Both<>(
                                        Comings.growth(ask, scope),
                                        Comings.growth(ask.before(), scope)));
        var moves = measured("moves by day", () -> Comings.byDay(ask, scope));
        var counts = measured("headcount", () -> Headcount.of(ask, scope, presence));
        var table = measured("cohorts", () -> Cohorts.table(ask, scope, presence));
        var survival = measured("survival", () -> Cohorts.survival(ask, scope, presence));
        var tones =
                measured(
                        "tones",
                        () ->
                                new Report.Both<>(
                                        ToneCount.of(ask, scope, ToneCount.of(ask, tone)),
                                        kept(scope)
                                                .of(
                                                        ask.before(),
                                                        ToneCount.of(ask.before(), tone))));
        var counted =
                measured(
                        what,
                        () -> {
                            var rules = new TalkRules(ask, scope, Set.of(), Map.of());
                            var kept = kept(scope);
                            return new Report.Both<>(
                                    talk(ask, rules, talk, kept),
                                    talk(ask.before(), rules.of(ask.before()), talk, kept));
                        });
        var waits = new Report.Both<>(counted.now().waits(), counted.before().waits());
        measured("median", () -> waits.now().reading());
        measured("median before", () -> waits.before().reading());
        measured("strict", () -> waits.now().strict());
        measured("business", () -> waits.now().business());
        measured("by place", () -> waits.now().byPlace());
        var report =
                measured(
                        "report",
                        () ->
                                new Report(
                                        ask,
                                        LeftOut.of(scope),
                                        growth,
                                        new Report.Both<>(
                                                new ActiveRatio(
                                                        counts.now().active(),
                                                        growth.now().belonged(),
                                                        counts.now().contributed(),
                                                        1,
                                                        365),
                                                new ActiveRatio(
                                                        counts.before().active(),
                                                        growth.before().belonged(),
                                                        counts.before().contributed(),
                                                        1,
                                                        365)),
                                        waits,
                                        new Report.Both<>(
                                                new Retention(
                                                        counts.both(), counts.before().active()),
                                                new Retention(
                                                        counts.bothBefore(), counts.earlier())),
                                        tones,
                                        counted.now().breakdown(),
                                        counted.before().breakdown(),
                                        moves,
                                        counts.days(),
                                        Map.of()));
        var lasting = new Report.Lasting(table, survival);
        measured("cards", () -> Cards.of(report, Overlay.Drawn.NOTHING, Locale.ENGLISH).all());
        measured(
                "sections",
                () -> Health.sections(report, lasting, Overlay.Drawn.NOTHING, Locale.ENGLISH));
        measured("json", () -> ReportJson.text(report, lasting, false));
    }
}
