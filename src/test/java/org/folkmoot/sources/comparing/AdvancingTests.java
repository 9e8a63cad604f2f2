package org.folkmoot.sources.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.folkmoot.sources.Budget;
import org.junit.jupiter.api.Test;

/// When it will be done follows from what is missing and how fast it comes.
class AdvancingTests {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatIsMissingAtThisPaceIsTheTimeItTakes() {
        var told =
                List.of(new Compared("issues", 1_000, 400, AT), new Compared("stars", 10, 20, AT));
        assertThat(Advancing.estimate(told, 60)).isEqualTo(AT.plusSeconds(600));
    }

    @Test
    void aLimitThatBeganAnewIsWholeAgain() {
        var spent = new Budget(0L, 30L, AT, null);
        assertThat(Advance.Left.of("", spent, AT.minusSeconds(5)).closedUntil()).isEqualTo(AT);
        var left = Advance.Left.of("", spent, AT.plusSeconds(5));
        assertThat(left.remaining()).isEqualTo(30);
        assertThat(left.closedUntil()).isNull();
        assertThat(left.resetsAt()).isNull();
    }
}
