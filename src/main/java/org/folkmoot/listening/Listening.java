package org.folkmoot.listening;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.folkmoot.community.Communities;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads posts behind the ledger. A step is a transaction that keeps what it judged, and a day
/// counts as read only when all of it is, so it can be killed and run again anywhere.
@Service
public class Listening {

    private static final LocalDate EVER = LocalDate.of(-4000, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Judged judged;
    private final Asks asks;
    private final Communities communities;
    private final TransactionTemplate step;

    Listening(
            Judged judged,
            Asks asks,
            Communities communities,
            PlatformTransactionManager transactions) {
        this.judged = judged;
        this.asks = asks;
        this.communities = communities;
        this.step = new TransactionTemplate(transactions);
        this.step.setTimeout((int) Duration.ofMinutes(10).toSeconds());
    }

    /// Reads all there is to read in the community we are in. Does nothing when nothing is new.
    ///
    /// @return how many posts were judged
    public long finish() {
        return finish(EVER, NEVER);
    }

    /// The same of the local days from first to last alone.
    public long finish(LocalDate first, LocalDate last) {
        long posts = 0;
        for (var some = some(first, last, () -> false);
                some.days() > 0;
                some = some(first, last, () -> false)) {
            posts += some.posts();
        }
        return posts;
    }

    /// @param days how many were read to their end
    /// @param posts how many of theirs were judged
    record Done(int days, long posts) {}

    /// Reads the latest days that are due, up to a week.
    ///
    /// @param stop asked between steps
    Done some(BooleanSupplier stop) {
        return some(EVER, NEVER, stop);
    }

    private Done some(LocalDate first, LocalDate last, BooleanSupplier stop) {
        var zone = communities.here().zone();
        var due = Objects.requireNonNull(step.execute(_ -> judged.due(first, last)));
        long posts = 0;
        long after = 0;
        while (!due.isEmpty() && !stop.getAsBoolean()) {
            long before = after;
            List<Judged.Post> read =
                    Objects.requireNonNull(
                            step.execute(
                                    _ -> {
                                        judged.takeTurn();
                                        var some = judged.unjudged(due, zone, before);
                                        judged.keep(
                                                some,
                                                some.stream()
                                                        .map(p -> Judgement.of(p.text()))
                                                        .toList());
                                        if (some.size() < Judged.STEP) {
                                            judged.drop(due, zone);
                                        }
                                        return some;
                                    }));
            posts += read.size();
            if (read.size() < Judged.STEP) {
                step.executeWithoutResult(_ -> tell(due));
                return new Done(due.size(), posts);
            }
            after = read.getLast().id();
        }
        return new Done(0, posts);
    }

    /// The days count as read only when the ledger knows which of their posts ask.
    private void tell(List<Judged.Due> due) {
        asks.takeTurn();
        asks.tell(Judged.from(due), Judged.to(due));
        judged.takeTurn();
        judged.seen(due);
    }
}
