package org.folkmoot.sources.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.pulls.Puller.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A site from the first page to the ledger.
class BoardPullTests extends Landing {

    private final Board board = new Board();

    @BeforeEach
    void fill() {
        board.left = 10_000;
        for (int n = 1; n <= 9; n++) {
            board.ask(n, 1 + n % 2, "Question " + n, 1_500_000_000 + n * 100);
            board.answer(100 + n, n, 2 - n % 2, 1_500_000_010 + n * 100);
            board.comment(200 + n, 100 + n, 3, 1_500_000_020 + n * 100);
        }
    }

    @Override
    protected String platform() {
        return "stackexchange";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return board.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "site", "tex");
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of();
    }

    @Override
    protected int turns() {
        return 120;
    }

    @Test
    void allOfItIsInTheLedgerOnce() {
        var here = found();
        var source = connect(here);
        assertThat(pull(here, source).counts().activities()).isEqualTo(27);
        assertThat(pull(here, source).counts().activities()).isEqualTo(27);
        assertThat(ledger(here)).hasSize(27);
    }

    @Test
    void aPauseIsKeptAfterThePageThatAskedForIt() {
        var here = found();
        var source = connect(here);
        board.backoff = 12;
        assertThat(step(here, source)).isEqualTo(Ended.MORE);
        assertThat(ledger(here)).isNotEmpty();
        vendor().forget();
        assertThat(step(here, source)).isEqualTo(Ended.WAITS);
        assertThat(vendor().asked()).isEmpty();
        hands().set(hands().instant().plusSeconds(12));
        assertThat(step(here, source)).isEqualTo(Ended.MORE);
    }
}
