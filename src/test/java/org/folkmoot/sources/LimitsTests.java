package org.folkmoot.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.RateHeaders.Reset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forms in which platforms tell of their limits.
class LimitsTests {

    private static final Instant NOW = Instant.parse("2026-03-06T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30|2026-03-06T12:00:30Z",
                "0|2026-03-06T12:00:00Z",
                "1.2345|2026-03-06T12:00:01.235Z",
                "Fri, 06 Mar 2026 12:01:00 GMT|2026-03-06T12:01:00Z",
                "2026-03-06T12:02:00Z|2026-03-06T12:02:00Z",
                "2026-03-06T14:02:00+02:00|2026-03-06T12:02:00Z",
                "2026-03-06 12:03:00|2026-03-06T12:03:00Z",
                "99999999|2026-04-06T12:00:00Z"
            })
    void whenToComeBackIsReadInEveryForm(String header, Instant at) {
        assertThat(RetryAfter.read(header, NOW)).contains(at);
    }

    @ParameterizedTest
    @CsvSource({"soon", "-5", "1e9", "''"})
    void whatCannotBeReadTellsNothing(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }

    private static Budget read(Reset form, String remaining, String reset) {
        return new RateHeaders("x-left", "x-most", "x-reset", form)
                .read(
                        new Reply(
                                200,
                                Map.of("x-left", remaining, "x-most", "100", "x-reset", reset),
                                new byte[0]),
                        NOW,
                        Budget.UNKNOWN);
    }

    @Test
    void aBudgetThatIsSpentShutsUntilItIsThereAgain() {
        var epoch = Long.toString(NOW.getEpochSecond() + 60);
        assertThat(read(Reset.EPOCH, "0", epoch).shutAt(NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(read(Reset.EPOCH, "1", epoch).shutAt(NOW)).isNull();
        assertThat(read(Reset.SECONDS_LEFT, "0.0", "7.5").shutAt(NOW))
                .isEqualTo(NOW.plusMillis(7500));
        assertThat(read(Reset.ISO, "0", "2026-03-06T12:05:00.000Z").shutAt(NOW))
                .isEqualTo(NOW.plusSeconds(300));
        assertThat(read(Reset.EPOCH, "0", epoch).shutAt(NOW.plusSeconds(60))).isNull();
        assertThat(read(Reset.EPOCH, "many", epoch)).isEqualTo(Budget.UNKNOWN);
    }

    @Test
    void aRefusalThatTellsOnlyOfTheResetIsWaitedFor() {
        var epoch = Long.toString(NOW.getEpochSecond() + 600);
        var headers = new RateHeaders("x-left", "x-most", "x-reset", Reset.EPOCH);
        var reset = Map.of("x-reset", epoch);
        assertThat(
                        headers.read(new Reply(429, reset, new byte[0]), NOW, Budget.UNKNOWN)
                                .shutAt(NOW))
                .isEqualTo(NOW.plusSeconds(600));
        assertThat(headers.read(new Reply(200, reset, new byte[0]), NOW, Budget.UNKNOWN))
                .isEqualTo(Budget.UNKNOWN);
    }

    @Test
    void theLaterOfTwoReasonsToWaitCounts() {
        var spent = read(Reset.SECONDS_LEFT, "0", "10");
        assertThat(spent.closed(NOW.plusSeconds(30)).shutAt(NOW)).isEqualTo(NOW.plusSeconds(30));
        assertThat(spent.closed(NOW.plusSeconds(5)).shutAt(NOW)).isEqualTo(NOW.plusSeconds(10));
    }
}
