package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.AlreadyHere.Share;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How much of an export is known is said before it is imported.
@HouseTest
class AlreadyHereTests {

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Known known;

    private static List<Found> messages(String source, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(
                        n ->
                                (Found)
                                        Deed.of(
                                                source,
                                                "m" + n,
                                                Kind.MESSAGE,
                                                "U" + n % 7,
                                                Instant.parse("2026-03-01T10:00:00Z")))
                .toList();
    }

    private Glance glance(Community community, List<Found> export) {
        var glance =
                new Glance(
                        new AlreadyHere(known),
                        Instant.parse("2026-03-02T10:00:00Z"),
                        Long.MAX_VALUE);
        town.in(
                community,
                () -> {
                    export.forEach(glance::add);
                    return true;
                });
        return glance;
    }

    private Preview preview(Community community, List<Found> export) {
        var glance = glance(community, export);
        return town.in(community, () -> glance.preview(true, List.of()));
    }

    @Test
    void whatIsHereOfTheSameSourceAndCommunityIsKnown() {
        var community = town.found();
        intaking.take(community, messages("slack:T1", 0, 1000));
        var seen = preview(community, messages("slack:T1", 0, 1025));
        assertThat(seen.knownActivities()).isEqualTo(new Share(1025, 1000));
        assertThat(seen.knownPeople()).isEqualTo(new Share(7, 7));
        assertThat(seen.nothingNew()).isFalse();
        assertThat(preview(community, messages("slack:T1", 0, 1000)).nothingNew()).isTrue();
        assertThat(preview(community, messages("slack:T2", 0, 1000)).knownActivities().known())
                .isZero();
        assertThat(preview(town.found(), messages("slack:T1", 0, 1000)).knownPeople().known())
                .isZero();
    }

    @Test
    void ofAHugeExportOnlyTheFirstPartIsLookedUp() {
        var community = town.found();
        intaking.take(community, messages("slack:T1", 0, 10));
        var seen = preview(community, messages("slack:T1", 0, 60_000));
        assertThat(seen.activities()).isEqualTo(60_000);
        assertThat(seen.knownActivities()).isEqualTo(new Share(50_000, 10));
        var words = new ImportWords(Locale.UK, "", false);
        assertThat(words.here(seen.knownActivities(), seen.activities()))
                .isEqualTo("10 of the first 50,000 are here already");
        assertThat(words.here(new Share(1025, 1000), 1025))
                .isEqualTo("1,000 of them are here already");
        assertThat(words.here(new Share(3, 0), 3)).isEqualTo("all of them new");
        assertThat(words.here(new Share(1, 1), 1)).isEqualTo("here already");
    }
}
