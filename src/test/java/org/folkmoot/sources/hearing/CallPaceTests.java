package org.folkmoot.sources.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallPaceTests {

    private static final long TENTH = Duration.ofMillis(100).toNanos();

    private final CallPace pace = new CallPace(0);
    private long now;

    private boolean after(double seconds, int perTenth) {
        for (int n = 0; n < seconds * 10; n++) {
            now += TENTH;
            pace.kept(perTenth, now);
        }
        return pace.tooFast(now);
    }

    @Test
    void whatComesAtAnEasyPaceIsWorkedOnAtOnce() {
        assertThat(pace.tooFast(0)).isFalse();
        assertThat(after(60, 20)).isFalse();
    }

    @Test
    void aBurstIsTakenFirstAndThenWorkedOn() {
        assertThat(after(2, 200)).isTrue();
        assertThat(after(1, 0)).isTrue();
        assertThat(after(4, 0)).isFalse();
        assertThat(after(2, 200)).isTrue();
    }

    @Test
    void whatNeverEndsIsWorkedOnMeanwhile() {
        assertThat(after(110, 200)).isTrue();
        assertThat(after(20, 200)).isFalse();
    }
}
