package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryReturnTests {

    private static final long MINUTE = 60_000_000_000L;

    private final MemoryReturn.Rest rest = new MemoryReturn.Rest();
    private long now = System.nanoTime();
    private Duration spent = Duration.ZERO;

    @Test
    void restBeginsOnceAfterEachTimeOfWork() {
        assertThat(minuteOf(10)).as("the start").isFalse();
        assertThat(minuteOf(0.5)).as("the first quiet minute").isTrue();
        assertThat(minuteOf(0.5)).as("still quiet").isFalse();
        assertThat(minuteOf(55)).as("an import").isFalse();
        assertThat(minuteOf(55)).isFalse();
        assertThat(minuteOf(1)).as("it is over").isTrue();
        assertThat(minuteOf(1)).isFalse();
    }

    /// A minute in which that many seconds of processor time were spent.
    private boolean minuteOf(double seconds) {
        now += MINUTE;
        spent = spent.plusMillis((long) (seconds * 1000));
        return rest.begins(spent, now);
    }
}
