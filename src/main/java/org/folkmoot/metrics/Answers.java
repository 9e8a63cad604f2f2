package org.folkmoot.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was answered lately, given again as long as nothing has changed that it follows from. An
/// answer is right as of the moment it was worked out; what still waits goes on waiting meanwhile,
/// so nobody is given one older than a few minutes.
@Component
class Answers {

    static final Duration LASTS = Duration.ofMinutes(5);
    /// Some hundred kilobytes each.
    private static final int MOST = 100;

    private final Stamps stamps;
    private final TransactionTemplate moment;
    private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

    Answers(Stamps stamps, PlatformTransactionManager transactions) {
        this.stamps = stamps;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private record Key(
            CommunityId community,
            LocalDate first,
            LocalDate last,
            ZoneId zone,
            boolean today,
            Filters filters,
            Object about) {}

    private static final class Slot {
        private final ReentrantLock working = new ReentrantLock();
        private @Nullable Answer answer;
    }

    private record Answer(Stamps.Stamp stamp, Instant at, Object value) {}

    /// @param about what is asked besides, told apart by `equals`: all that the work depends on and
    ///     that is neither in the question nor in a stamp
    /// @param work what it answers must not be changed by who gets it; those who ask the same at
    ///     once wait for one of them
    <T> T of(Ask ask, Class<T> type, Object about, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        var window = ask.window();
        var slot =
                slot(
                        new Key(
                                Here.community(),
                                window.first(),
                                window.last(),
                                window.zone(),
                                ask.today(),
                                ask.filters(),
                                about));
        slot.working.lock();
        try {
            var known = slot.answer;
            var stamp =
                    Objects.requireNonNull(
                            moment.execute(_ -> stamp(known == null ? ask.now() : known.at, ask)));
            if (known != null
                    && !stamp.later
                    && stamp.now.equals(known.stamp)
                    && lasts(ask, known.at)) {
                return type.cast(known.value);
            }
            var worked = work.get();
            slot.answer = new Answer(stamp.now, ask.now(), worked);
            return worked;
        } finally {
            slot.working.unlock();
        }
    }

    /// A window that is over does not move with the clock.
    private static boolean lasts(Ask ask, Instant at) {
        var age = Duration.between(at, ask.now());
        return !age.isNegative() && (!ask.today() || age.compareTo(LASTS) < 0);
    }

    private record Seen(Stamps.Stamp now, boolean later) {}

    private Seen stamp(Instant since, Ask ask) {
        return new Seen(
                stamps.of(ask), since.isBefore(ask.now()) && stamps.comesTrue(since, ask.now()));
    }

    private Slot slot(Key key) {
        synchronized (slots) {
            var slot = slots.computeIfAbsent(key, _ -> new Slot());
            if (slots.size() > MOST) {
                slots.remove(slots.keySet().iterator().next());
            }
            return slot;
        }
    }
}
