package org.folkmoot.sources.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.community.Community;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

/// A channel from the first page to the ledger, and its figures.
class ChannelPullTests extends Landing {

    private final Studio studio = Studio.filled();

    @Override
    protected String platform() {
        return "youtube";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return studio.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "channel", "@moot");
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("api-key", "AIza");
    }

    private List<String> figures(Community here) {
        return rows(
                here,
                """
                select day || ' ' || name || ' ' || sum(value) from sources.figure
                where community_id = folkmoot.community() group by day, name order by day, name
                """);
    }

    @Test
    void allOfItIsInTheLedgerOnceAndWhatIsGoneCountsNoMore() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        var first = ledger(here);
        assertThat(first).hasSize(16).allMatch(row -> row.contains(" true"));
        pull(here, source);
        assertThat(ledger(here)).isEqualTo(first);
        studio.comments.removeIf(c -> c.id().equals("Ug2"));
        studio.say("Ug5.r1", "Ug5", "UCbob", "Late", "2026-03-02T00:00:00Z");
        pull(here, source);
        assertThat(ledger(here))
                .hasSize(17)
                .anyMatch(row -> row.matches("Ug2 \\w+ false.*"))
                .anyMatch(row -> row.matches("Ug5.r1 \\w+ true.*"));
    }

    @Test
    void figuresAreKeptByDay() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        studio.views = 150;
        pull(here, source); // the newest alone
        assertThat(figures(here))
                .contains("2031-03-03 subscribers 42", "2031-03-03 videos 5")
                .anyMatch(row -> row.startsWith("2031-03-03 views "));
        hands().set(hands().instant().plus(Duration.ofDays(1)));
        pull(here, source);
        assertThat(figures(here)).contains("2031-03-04 views 750");
    }

    @Test
    void aFilmIsCalledWhatItIsCalledNow() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        for (var name : List.of("Alpha", "Zeta", "Beta")) {
            studio.videos.replaceAll(
                    v ->
                            v.id().equals("vid00000005")
                                    ? new Studio.Video(v.id(), name, v.at(), v.chat())
                                    : v);
            later(here, source);
            assertThat(called(here, "vid00000005")).startsWith(name);
        }
    }

    @Test
    void aCommentThatIsShownAgainCounts() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        var hidden = studio.comments.stream().filter(c -> c.id().equals("Ug2")).toList();
        studio.comments.removeAll(hidden);
        later(here, source);
        assertThat(counts(here, "Ug2")).isFalse();
        studio.comments.addAll(hidden);
        later(here, source);
        assertThat(counts(here, "Ug2")).isTrue();
    }
}
