package org.folkmoot.connectors;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One export being brought in, or brought in once.
///
/// @param position findings handled so far: where the next run goes on
/// @param run when the present run began and what had been read before it
/// @param doing the file it reads now
/// @param problem why it failed, in a sentence
public record Import(
        long id,
        String format,
        String name,
        String path,
        Map<String, String> options,
        String fingerprint,
        State state,
        boolean cancel,
        String by,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long position,
        Counts counts,
        long bytesRead,
        long bytesTotal,
        Run run,
        @Nullable String doing,
        @Nullable String problem) {

    /// The present or last run; an import that was cut short has several.
    public record Run(@Nullable Instant at, long readBefore, long bytesBefore) {}

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        STOPPED,
        FAILED;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What came of the findings: read = stored + known + refused, always. People and activities
    /// are how many of those stored were new.
    public record Counts(
            long read, long stored, long known, long refused, long people, long activities) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        public Counts plus(Counts more) {
            return new Counts(
                    read + more.read,
                    stored + more.stored,
                    known + more.known,
                    refused + more.refused,
                    people + more.people,
                    activities + more.activities);
        }
    }

    public boolean over() {
        return state == State.DONE || state == State.STOPPED || state == State.FAILED;
    }

    /// 0 to 1; how much of the bytes was read.
    public double done() {
        return state == State.DONE
                ? 1
                : bytesTotal <= 0 ? 0 : Math.min(1, (double) bytesRead / bytesTotal);
    }

    /// Findings per second in the present or last run.
    public double rate(Instant now) {
        var took = took(now);
        return took <= 0 ? 0 : (counts.read() - run.readBefore()) * 1000.0 / took;
    }

    /// How long it will still take at this rate; null when that cannot be told yet.
    public @Nullable Duration remaining(Instant now) {
        var took = took(now);
        var bytes = bytesRead - run.bytesBefore();
        return over() || took <= 0 || bytes <= 0 || bytes < bytesTotal / 200
                ? null
                : Duration.ofMillis(
                        (long) ((double) took / bytes * Math.max(0, bytesTotal - bytesRead)));
    }

    private long took(Instant now) {
        return run.at() == null
                ? 0
                : Duration.between(run.at(), endedAt == null ? now : endedAt).toMillis();
    }
}
