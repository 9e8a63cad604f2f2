package org.folkmoot.connectors;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.folkmoot.web.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// Watches the imports of those communities that somebody looks at, once a second each, and tells
/// all open trays what changed.
@Component
class TrayNews {

    private static final Logger log = LoggerFactory.getLogger(TrayNews.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration ENDED_LATELY = Duration.ofMinutes(2);

    /// The browser asks again by itself: whoever left the team meanwhile is not let in any more.
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Imports imports;
    private final Clock clock;
    private final Map<CommunityId, Set<Stream>> watched = new ConcurrentHashMap<>();
    private volatile boolean closed;

    TrayNews(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /// What the imports of a community look like at one moment.
    private record Moment(List<Import> imports, Set<Long> worked, Instant at) {}

    private static final class Stream {
        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private final AtomicBoolean over = new AtomicBoolean();
        private final ImportWords words;
        private final boolean sees;
        private String told = "";
        private long heard;

        Stream(Visitor visitor) {
            this.words = ImportWords.of(visitor);
            this.sees = visitor.may(Permission.IMPORT);
        }
    }

    SseEmitter open(Visitor visitor) {
        var community = visitor.community().id();
        var stream = new Stream(visitor);
        stream.emitter.onTimeout(stream.emitter::complete);
        stream.emitter.onError(_ -> stream.over.set(true));
        stream.emitter.onCompletion(() -> stream.over.set(true));
        if (closed) {
            stream.emitter.complete();
            return stream.emitter;
        }
        watched.compute(
                community,
                (_, before) -> {
                    var streams = before == null ? ConcurrentHashMap.<Stream>newKeySet() : before;
                    streams.add(stream);
                    if (before == null) {
                        Thread.ofVirtual()
                                .name("tray-" + community)
                                .start(() -> Here.in(community, () -> watch(community, streams)));
                    }
                    return streams;
                });
        return stream.emitter;
    }

    private void watch(CommunityId community, Set<Stream> streams) {
        while (!closed) {
            try {
                var now = moment();
                streams.forEach(stream -> tell(stream, now));
            } catch (RuntimeException e) {
                log.warn("Could not look at the imports of community {}", community, e);
            }
            streams.removeIf(stream -> stream.over.get());
            if (watched.computeIfPresent(community, (_, all) -> all.isEmpty() ? null : all)
                    == null) {
                return;
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Moment moment() {
        var now = clock.instant();
        var lively = imports.lively(now.minus(ENDED_LATELY));
        return new Moment(lively, imports.worked(lively), now);
    }

    private static void tell(Stream stream, Moment now) {
        try {
            var jobs = stream.sees ? jobs(stream.words, now) : "[]";
            if (!jobs.equals(stream.told)) {
                stream.emitter.send(SseEmitter.event().name("jobs").data(jobs));
                stream.told = jobs;
                stream.heard = System.nanoTime();
            } else if (System.nanoTime() - stream.heard > HEARTBEAT.toNanos()) {
                stream.emitter.send(SseEmitter.event().comment("still here"));
                stream.heard = System.nanoTime();
            }
        } catch (IOException | IllegalStateException e) {
            stream.over.set(true); // the reader left
        }
    }

    private static String jobs(ImportWords words, Moment now) {
        return JsonMapper.shared()
                .writeValueAsString(
                        now.imports().stream()
                                .map(i -> words.work(i, now.worked().contains(i.id()), now.at()))
                                .map(Job::of)
                                .toList());
    }

    /// As `tray.js` reads it.
    record Job(
            String id,
            String title,
            String href,
            @org.jspecify.annotations.Nullable Double done,
            String words,
            String state,
            @org.jspecify.annotations.Nullable String cancel) {

        static Job of(Work work) {
            return new Job(
                    work.id(),
                    work.title(),
                    work.href(),
                    work.done(),
                    work.words(),
                    work.state().name().toLowerCase(Locale.ROOT),
                    work.cancel());
        }
    }

    /// Streams would hold the server's end up.
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        watched.values().forEach(all -> all.forEach(stream -> stream.emitter.complete()));
    }
}
