package org.folkmoot.sources.hearing;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.folkmoot.sources.Streaming;
import org.folkmoot.sources.pulls.Puller;
import org.folkmoot.sources.turns.Crew;
import org.folkmoot.sources.turns.Due;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has each source that can be listened to for long listened to, by one process at a time.
@Component
class StreamRound {

    private final StreamWork work;
    private final Due due;
    private final Clock clock;
    private final Map<Long, Instant> notBefore = new ConcurrentHashMap<>();
    private final Map<Long, Integer> failures = new ConcurrentHashMap<>();
    private final Crew crew = new Crew("stream", this::one);

    StreamRound(StreamWork work, Due due, Clock clock) {
        this.work = work;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2, initialDelay = 8, timeUnit = TimeUnit.SECONDS)
    void look() {
        crew.look(due.streams(work.platforms()), () -> work.wanted().stream().filter(this::due));
    }

    private boolean due(long id) {
        return !notBefore.getOrDefault(id, Instant.MIN).isAfter(clock.instant());
    }

    private void one(long id) {
        var ended = work.listen(id, crew::stopping);
        notBefore.put(id, clock.instant().plus(rest(id, ended)));
    }

    private Duration rest(long id, Streaming.Ended ended) {
        return switch (ended) {
            case Streaming.Ended.Again(var rest) -> {
                failures.remove(id);
                yield rest;
            }
            case Streaming.Ended.Failed _ -> Puller.pause(failures.merge(id, 1, Integer::sum) - 1);
            case Streaming.Ended.Never _ -> Duration.ZERO;
        };
    }

    @PreDestroy
    void stop() throws InterruptedException {
        crew.stop();
    }
}
