package org.folkmoot.sources.hearing;

import java.time.Duration;

/// How fast calls come. When very many come at once, each platform is answered first, and what
/// they told is worked on afterwards; but not for ever.
final class CallPace {

    private static final double MANY = 300;
    private static final double FEW = 100;
    private static final double SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();

    private double perSecond;
    private long at;
    private long since;
    private boolean many;

    CallPace(long now) {
        at = now;
    }

    /// @param calls that were kept since the last time
    /// @param now by a clock of nanoseconds; the same for all
    synchronized void kept(int calls, long now) {
        var passed = Math.max(1, now - at);
        at = now;
        perSecond += (calls * SECOND / passed - perSecond) * (1 - Math.exp(-passed / SECOND));
        if (!many && perSecond > MANY) {
            many = true;
            since = now;
        } else if (perSecond < FEW) {
            many = false;
        }
    }

    /// Whether what was told may wait.
    synchronized boolean tooFast(long now) {
        return many && now - since < LONGEST;
    }
}
