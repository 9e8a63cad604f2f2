package org.folkmoot.sources.stackexchange;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A site from the first page to the ledger.
@HouseTest
class BoardPullTests {

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final Board board = new Board();
    private final Vendor vendor = new Vendor(board::answer);
    private final Harness.Hands hands = new Harness.Hands();

    @BeforeEach
    void fill() {
        board.left = 10_000;
        for (int n = 1; n <= 9; n++) {
            board.ask(n, 1 + n % 2, "Question " + n, 1_500_000_000 + n * 100);
            board.answer(100 + n, n, 2 - n % 2, 1_500_000_010 + n * 100);
            board.comment(200 + n, 100 + n, 3, 1_500_000_020 + n * 100);
        }
    }

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
                                        "stackexchange",
                                        "",
                                        Map.of("base-url", vendor.url(), "site", "tex"),
                                        Map.of()));
    }

    private Ended step(Community here, Source source) {
        return town.in(here, () -> harness.puller(hands).step(source.id()));
    }

    private Source pull(Community here, Source source) {
        for (int n = 0; n < 200; n++) {
            if (step(here, source) != Ended.MORE) {
                return town.in(here, () -> sources.get(source.id()));
            }
        }
        throw new AssertionError("It does not end");
    }

    private List<String> ledger(Community here) {
        return town.in(
                here,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql(
                                                        """
                                                        select external_id || ' ' || text || ' ' || counted from activity.activity
                                                        where community_id = folkmoot.community() order by external_id
                                                        """)
                                                .query(String.class)
                                                .list()));
    }

    @Test
    void allOfItIsInTheLedgerOnce() {
        var here = town.found();
        var source = connect(here);
        assertThat(pull(here, source).counts().activities()).isEqualTo(27);
        assertThat(pull(here, source).counts().activities()).isEqualTo(27);
        assertThat(ledger(here)).hasSize(27);
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
        for (int n = 0; n < 120; n++) {
            step(here, source);
            hands.set(hands.instant().plus(Duration.ofHours(2)));
        }
        assertThat(cuts[0]).isGreaterThan(20);
        assertThat(ledger(here)).hasSize(27).isEqualTo(ledger(undisturbed));
    }

    @Test
    void aPauseIsKeptAfterThePageThatAskedForIt() {
        var here = town.found();
        var source = connect(here);
        board.backoff = 12;
        assertThat(step(here, source)).isEqualTo(Ended.MORE);
        assertThat(ledger(here)).isNotEmpty();
        vendor.forget();
        assertThat(step(here, source)).isEqualTo(Ended.WAITS);
        assertThat(vendor.asked()).isEmpty();
        hands.set(hands.instant().plusSeconds(12));
        assertThat(step(here, source)).isEqualTo(Ended.MORE);
    }
}
