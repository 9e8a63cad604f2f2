package org.folkmoot.orbit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Beside;
import org.folkmoot.store.Here;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Makes the day sheets after each import, and every half hour those of what else has changed, so
/// that readers find them made. Killed anywhere, it goes on with the next day.
@Service
class Following {

    /// Whoever reads makes so many days by themselves; more than these are made in the background.
    private static final int MANY = 1000;

    private final Books books;
    private final Communities communities;
    private final Clock clock;
    private final boolean server;
    private final Beside beside;
    private final Map<CommunityId, Underway> at = new ConcurrentHashMap<>();

    Following(
            Books books,
            Communities communities,
            Clock clock,
            @Value("${folkmoot.server:false}") boolean server) {
        this.books = books;
        this.communities = communities;
        this.clock = clock;
        this.server = server;
        this.beside =
                Beside.pieceByPiece(
                        "orbit",
                        _ -> {
                            run();
                            return false;
                        },
                        e ->
                                LoggerFactory.getLogger(Following.class)
                                        .error(
                                                "What people did could not be added up for Orbit; it is tried again in half an hour",
                                                e));
    }

    /// How far the work is, for the page that waits for it.
    static final class Underway extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int done;
        private final int of;

        Underway(int done, int of) {
            super("%d of %d days".formatted(done, of), null, false, false);
            this.done = done;
            this.of = of;
        }

        int done() {
            return done;
        }

        int of() {
            return of;
        }
    }

    void run() {
        var here = Here.community();
        var zone = communities.here().zone();
        try {
            books.of(
                    zone,
                    LocalDate.ofInstant(clock.instant(), zone),
                    (done, of) -> at.put(here, new Underway(done, of)));
        } finally {
            at.remove(here);
        }
    }

    /// For a reader who would rather be told than wait for long.
    ///
    /// @throws Underway when much is to be made yet; then it has begun
    Books.Heard rather() {
        return (done, of) -> {
            var underway = at.get(Here.community());
            if (of - done > MANY) {
                beside.begin(Here.community());
                throw underway == null ? new Underway(done, of) : underway;
            }
        };
    }

    @EventListener
    void after(AccountsCame came) {
        if (server) {
            beside.begin(came.community());
        }
    }

    /// What the last stop left, and what an import by the command line brought.
    @Scheduled(fixedDelay = 30, initialDelay = 0, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        communities.all().stream().map(Community::id).forEach(beside::begin);
    }
}
