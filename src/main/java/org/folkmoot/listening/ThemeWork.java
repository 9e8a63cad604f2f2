package org.folkmoot.listening;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Beside;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks for themes beside the requests, one community at a time. What is found comes into place in
/// one transaction, so whoever looks meanwhile sees what was there before.
@Service
class ThemeWork {

    private static final Logger log = LoggerFactory.getLogger(ThemeWork.class);

    private final ThemeRows rows;
    private final ThemeRuns runs;
    private final Judged judged;
    private final Listening listening;
    private final Communities communities;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean server;
    private final Set<Job> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService hands =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("themes").daemon().factory());

    private volatile boolean stopping;

    ThemeWork(
            ThemeRows rows,
            ThemeRuns runs,
            Judged judged,
            Listening listening,
            Communities communities,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${folkmoot.server:false}") boolean server) {
        this.rows = rows;
        this.runs = runs;
        this.judged = judged;
        this.listening = listening;
        this.communities = communities;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.server = server;
    }

    private record Job(CommunityId community, Shelf shelf, int days) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), communities.here().zone());
    }

    /// Has themes looked for soon; returns at once.
    void begin(Shelf shelf, int days) {
        var job = new Job(Here.community(), shelf, days);
        if (server && !stopping && waiting.add(job)) {
            within(
                    () -> {
                        runs.running(shelf, days, 0, clock.instant());
                        return true;
                    });
            hands.execute(() -> work(job));
        }
    }

    private void work(Job job) {
        try {
            Runnable turn =
                    () ->
                            Beside.inTurn(
                                    () -> {
                                        listening.some(() -> stopping);
                                        run(job.shelf(), job.days());
                                        return true;
                                    });
            Here.in(job.community(), turn);
        } catch (RuntimeException e) {
            log.error("Themes could not be found; they are looked for again when asked for", e);
        } finally {
            waiting.remove(job);
        }
    }

    /// Looks for themes in the window of so many days up to today.
    void run(Shelf shelf, int days) {
        var zone = communities.here().zone();
        var last = today();
        var first = last.minusDays(days - 1L);
        List<Grouping.Post> posts =
                within(
                        () ->
                                rows.posts(
                                        shelf,
                                        first.minusDays(days).atStartOfDay(zone).toInstant(),
                                        first.atStartOfDay(zone).toInstant(),
                                        last.plusDays(1).atStartOfDay(zone).toInstant()));
        var before = within(() -> rows.before(shelf));
        var found = Grouping.of(posts, before, shelf.people(), done -> progress(shelf, days, done));
        within(
                () -> {
                    judged.takeTurn();
                    runs.running(shelf, days, 95, clock.instant());
                    rows.keep(shelf, days, found);
                    runs.ran(
                            shelf,
                            days,
                            last,
                            (int) posts.stream().filter(Grouping.Post::now).count(),
                            clock.instant());
                    return true;
                });
    }

    private void progress(Shelf shelf, int days, int done) {
        within(
                () -> {
                    runs.running(shelf, days, done, clock.instant());
                    return true;
                });
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    /// Every day anew, where somebody has looked once.
    @Scheduled(fixedDelay = 60, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void daily() {
        communities
                .all()
                .forEach(
                        community ->
                                Here.in(
                                        community.id(),
                                        () -> {
                                            var old = within(() -> runs.old(today()));
                                            old.forEach(o -> begin(o.shelf(), o.days()));
                                        }));
    }

    @PreDestroy
    void stop() {
        stopping = true;
        hands.shutdownNow();
    }
}
