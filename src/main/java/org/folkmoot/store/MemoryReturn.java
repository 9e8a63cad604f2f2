package org.folkmoot.store;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives the machine back what work took and rest does not need. The serial collector makes the
/// heap smaller only when it collects all of it, which a server that rests has no reason to do: so
/// it is told to, once after each time of work.
@Component
@ConditionalOnBooleanProperty("folkmoot.server")
class MemoryReturn {

    private static final int MINUTE = 60_000;

    private final Rest rest = new Rest();

    @Scheduled(fixedDelay = MINUTE, initialDelay = MINUTE)
    void look() {
        var spent = ProcessHandle.current().info().totalCpuDuration();
        if (spent.isPresent() && rest.begins(spent.get(), System.nanoTime())) {
            System.gc();
        }
    }

    /// Tells when rest begins: little was done since the last look, and much before it.
    static final class Rest {

        /// Of one processor: less than this is rest.
        private static final double LITTLE = 0.03;

        private Duration spent = Duration.ZERO;
        private long time = System.nanoTime();
        private boolean worked = true; // the start is work

        /// @param spentNow processor time since the process began
        /// @param now nanoseconds by the clock
        boolean begins(Duration spentNow, long now) {
            var little = spentNow.minus(spent).toNanos() < LITTLE * (now - time);
            spent = spentNow;
            time = now;
            var begins = little && worked;
            worked = !little;
            return begins;
        }
    }
}
