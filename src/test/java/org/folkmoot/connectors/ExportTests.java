package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.demo.DemoCommunity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Everything goes out and comes in again as it was.
@HouseTest
class ExportTests {

    private static final Instant UNTIL = Instant.parse("2026-10-25T09:00:00Z");
    private static final Duration DAYS = Duration.ofDays(120);

    /// What a community gets beside what it was told: when somebody first asks, or when workers
    /// have found the time.
    private static final Set<String> OF_ITSELF =
            Set.of("wording", "purpose", "theme", "shelf", "introduction", "thank");

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Export export;
    @Autowired Formats formats;

    @Test
    void anExportImportsToTheSameState(@TempDir Path folder) throws Exception {
        var first = town.found();
        var all = new ArrayList<Found>();
        DemoCommunity.tell(3, UNTIL, all::add);
        var since = UNTIL.minus(DAYS);
        all.removeIf(
                it -> it instanceof Deed deed && deed.at() != null && deed.at().isBefore(since));
        all.addAll(deletedAndRestored(all));
        for (int from = 0; from < all.size(); from += 10_000) {
            intaking.take(first, all.subList(from, Math.min(all.size(), from + 10_000)));
        }
        var file = folder.resolve("export.jsonl");
        Files.writeString(file, exported(first));
        var second = town.found();
        try (var tree = Tree.of(file)) {
            assertThat(formats.recognise(tree)).map(Format::name).contains("folkmoot");
            var again = new Found.Basket();
            formats.named("folkmoot").read(tree, Map.of(), again);
            assertThat(again.all(Found.Refused.class)).isEmpty();
            intaking.take(second, again.all());
        }
        var expected = intaking.state(first);
        var is = intaking.state(second);
        assertThat(is).hasSameSizeAs(expected);
        assertThat(without(expected, is)).isEmpty();
        var told = lines(exported(first));
        var toldAgain = lines(exported(second));
        assertThat(toldAgain).hasSizeGreaterThan(5_000).hasSameSizeAs(told);
        assertThat(without(toldAgain, told)).isEmpty();
        assertThat(without(told, toldAgain)).isEmpty();
    }

    private static List<String> without(List<String> all, List<String> these) {
        var others = new ArrayList<>(all);
        others.removeAll(new HashSet<>(these));
        return others;
    }

    private static List<Found> deletedAndRestored(List<Found> all) {
        var at = Instant.parse("2026-10-24T09:00:00Z");
        var back =
                all.stream().filter(Deed.class::isInstance).map(Deed.class::cast).findFirst().get();
        var named =
                all.stream()
                        .filter(Found.Place.class::isInstance)
                        .map(Found.Place.class::cast)
                        .findFirst()
                        .get();
        return List.of(
                new Found.Mark(back.source(), back.id(), Found.Mark.What.DELETED, "U1", at),
                new Found.Mark(
                        back.source(),
                        back.id(),
                        Found.Mark.What.RESTORED,
                        null,
                        at.plusSeconds(60)),
                Found.Place.of(named.source(), named.id(), "A first name", named.style()).asOf(at));
    }

    private String exported(Community community) {
        var out = new StringWriter();
        town.in(community, () -> export.write(out));
        return out.toString();
    }

    private static List<String> lines(String export) {
        return export.lines()
                .skip(1)
                .filter(line -> !OF_ITSELF.contains(type(line)))
                .map(line -> line.replaceFirst("\"member\":\\d+,?", ""))
                .sorted()
                .toList();
    }

    private static String type(String line) {
        return line.substring("{\"type\":\"".length(), line.indexOf('"', "{\"type\":\"".length()));
    }
}
