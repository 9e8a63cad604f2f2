package org.folkmoot.sources.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Puller.Ended;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A channel from the first page to the ledger, and its figures.
@HouseTest
class ChannelPullTests {

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final Studio studio = Studio.filled();
    private final Vendor vendor = new Vendor(studio::answer);
    private final Harness.Hands hands = new Harness.Hands();

    @AfterEach
    void close() {
        vendor.close();
    }

    private Source connect(Community here) {
        return town.in(
                here,
                () ->
                        harness.joining(hands)
                                .add(
                                        "youtube",
                                        "",
                                        Map.of("base-url", vendor.url(), "channel", "@moot"),
                                        Map.of("api-key", "AIza")));
    }

    private Ended step(Community here, Source source) {
        return town.in(here, () -> harness.puller(hands).step(source.id()));
    }

    private void pull(Community here, Source source) {
        for (int n = 0; n < 200; n++) {
            if (step(here, source) != Ended.MORE) {
                return;
            }
        }
        throw new AssertionError("It does not end");
    }

    private List<String> rows(Community here, String sql) {
        return town.in(
                here, () -> transaction.execute(_ -> db.sql(sql).query(String.class).list()));
    }

    private List<String> ledger(Community here) {
        return rows(
                here,
                """
                select external_id || ' ' || counted from activity.activity
                where community_id = folkmoot.community() order by external_id
                """);
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
        var here = town.found();
        var source = connect(here);
        pull(here, source);
        var first = ledger(here);
        assertThat(first).hasSize(16).allMatch(row -> row.endsWith(" true"));
        pull(here, source);
        assertThat(ledger(here)).isEqualTo(first);
        studio.comments.removeIf(c -> c.id().equals("Ug2"));
        studio.say("Ug5.r1", "Ug5", "UCbob", "Late", "2026-03-02T00:00:00Z");
        pull(here, source);
        assertThat(ledger(here)).hasSize(17).contains("Ug2 false", "Ug5.r1 true");
    }

    @Test
    void figuresAreKeptByDay() {
        var here = town.found();
        var source = connect(here);
        pull(here, source);
        studio.views = 150;
        pull(here, source); // the newest alone
        assertThat(figures(here))
                .contains("2031-03-03 subscribers 42", "2031-03-03 videos 5")
                .anyMatch(row -> row.startsWith("2031-03-03 views "));
        hands.set(hands.instant().plus(Duration.ofDays(1)));
        pull(here, source);
        assertThat(figures(here)).contains("2031-03-04 views 750");
    }

    @Test
    void whateverCutsItShortTheEndIsTheSame() {
        var undisturbed = town.found();
        pull(undisturbed, connect(undisturbed));
        var here = town.found();
        var source = connect(here);
        var cuts = new int[] {0};
        vendor.instead(
                _ ->
                        cuts[0]++ % 2 == 0
                                ? Vendor.Answer.of(cuts[0] % 4 == 1 ? 502 : 200, "{\"cut")
                                : null);
        for (int n = 0; n < 60; n++) {
            step(here, source);
            hands.set(hands.instant().plus(Duration.ofHours(2)));
        }
        assertThat(cuts[0]).isGreaterThan(20);
        assertThat(ledger(here)).isEqualTo(ledger(undisturbed));
    }
}
