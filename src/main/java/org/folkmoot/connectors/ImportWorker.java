package org.folkmoot.connectors;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.folkmoot.store.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Works on the imports that people begin or let go on in the browser, two at once. When the server
/// stops they wait, and go on when it is back, also after it was killed.
@Component
class ImportWorker {

    static final int AT_ONCE = 2;

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Importer importer;
    private final Imports imports;
    private final Runs runs;
    private final Uploads uploads;
    private final Communities communities;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    ImportWorker(
            Importer importer,
            Imports imports,
            Runs runs,
            Uploads uploads,
            Communities communities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.importer = importer;
        this.imports = imports;
        this.runs = runs;
        this.uploads = uploads;
        this.communities = communities;
        this.events = events;
        this.clock = clock;
    }

    /// Works on this import when its turn comes, and goes on with it after a restart. Asking twice
    /// does no harm.
    void take(CommunityId community, long id) {
        if (stopping || !inHand.add(id)) {
            return;
        }
        Here.in(community, () -> runs.serve(id, clock.instant()));
        var thread =
                Thread.ofVirtual()
                        .name("import-" + id)
                        .unstarted(
                                () -> {
                                    try {
                                        Here.in(community, () -> inTurn(id));
                                    } finally {
                                        inHand.remove(id);
                                        working.remove(Thread.currentThread());
                                    }
                                });
        working.add(thread);
        thread.start();
    }

    private void inTurn(long id) {
        try {
            while (!turns.tryAcquire(500, TimeUnit.MILLISECONDS)) {
                if (stopping) {
                    return; // it stays waiting
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            var done = importer.run(id, _ -> pauseIfStopping());
            events.publishEvent(new ImportEnded(Here.community()));
            if (done.state() == Import.State.DONE && done.counts().refused() == 0) {
                discard(Path.of(done.path()));
            }
        } catch (Refusal e) {
            log.info("Import {}: {}", id, e.getMessage());
        } catch (RuntimeException e) {
            log.error("Import {} could not be worked on", id, e);
        } finally {
            turns.release();
        }
    }

    private void pauseIfStopping() {
        if (stopping) {
            throw new Importer.Paused();
        }
    }

    /// Goes on with what waited or was cut short when the server last ended. Asked every half
    /// minute: the database may take a moment to see that a killed process is gone.
    @EventListener(Opened.class)
    @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        everywhere(
                community -> {
                    var open = imports.underWay();
                    var worked = imports.worked(open);
                    var served = runs.served();
                    open.stream()
                            .filter(i -> served.contains(i.id()) || uploads.ours(Path.of(i.path())))
                            .filter(i -> Files.exists(Path.of(i.path())))
                            .filter(i -> !worked.contains(i.id()))
                            .forEach(i -> take(community.id(), i.id()));
                });
    }

    /// Removes files that were dropped and never imported after a day, and those kept for another
    /// try after 30.
    @Scheduled(fixedDelay = 1, initialDelay = 0, timeUnit = TimeUnit.HOURS)
    void tidy() {
        everywhere(_ -> tidyHere());
    }

    private void tidyHere() throws IOException {
        for (var folder : uploads.folders()) {
            try (var files = Files.list(folder)) {
                var paths = files.map(Path::toString).toList();
                var kept =
                        imports.of(paths).stream()
                                .anyMatch(
                                        i ->
                                                !i.over()
                                                        || i.endedAt() == null
                                                        || i.endedAt()
                                                                .plus(KEPT)
                                                                .isAfter(clock.instant()));
                var age =
                        Duration.between(
                                Files.getLastModifiedTime(folder).toInstant(), clock.instant());
                if (!kept && age.compareTo(FORGOTTEN) > 0) {
                    uploads.discard(folder.resolve("all"));
                }
            }
        }
    }

    private void discard(Path path) {
        try {
            if (imports.of(java.util.List.of(path.toString())).stream().allMatch(Import::over)) {
                uploads.discard(path);
            }
        } catch (IOException e) {
            log.warn("An imported file could not be removed; the next tidying tries again", e);
        }
    }

    private interface Work {
        void in(Community community) throws Exception;
    }

    private void everywhere(Work work) {
        for (var community : communities.all()) {
            try {
                Here.in(
                        community.id(),
                        () -> {
                            work.in(community);
                            return true;
                        });
            } catch (Exception e) {
                log.error("Could not look after the imports of community {}", community.id(), e);
            }
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        for (var thread : Set.copyOf(working)) {
            thread.join(Duration.ofSeconds(20));
        }
    }
}
