package org.folkmoot.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Trail;
import org.folkmoot.activity.Ledger;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.folkmoot.members.PeopleFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Answers suggestions one after the other, whoever else does so at the moment: the first word
/// holds, and whoever was later is told whose it was. Each answer can be taken back.
@Service
class Answering {

    private final Deciding deciding;
    private final Verdicts verdicts;
    private final Merging merging;
    private final Never never;
    private final Ledger ledger;
    private final Belonging belonging;
    private final PeopleFinder finder;
    private final Learning learning;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Answering(
            Deciding deciding,
            Verdicts verdicts,
            Merging merging,
            Never never,
            Ledger ledger,
            Belonging belonging,
            PeopleFinder finder,
            Learning learning,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.deciding = deciding;
        this.verdicts = verdicts;
        this.merging = merging;
        this.never = never;
        this.ledger = ledger;
        this.belonging = belonging;
        this.finder = finder;
        this.learning = learning;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What became of an answer.
    sealed interface Outcome {

        /// @param batch to undo a joining by; null for the others
        record Decided(@Nullable Long batch) implements Outcome {}

        /// Somebody else was quicker.
        ///
        /// @param by null when it is not known who
        record Quicker(String state, @Nullable String by) implements Outcome {}
    }

    Outcome join(Pair pair) {
        try {
            return new Outcome.Decided(deciding.yes(pair).batch());
        } catch (Refusal.OutOfDate | Refusal.Unusable e) {
            return quicker(pair);
        }
    }

    /// They are two people, for good.
    Outcome refuse(Pair pair) {
        if (together(pair)) {
            return quicker(pair);
        }
        try {
            deciding.no(pair);
            return new Outcome.Decided(null);
        } catch (Refusal.OutOfDate e) {
            return quicker(pair);
        }
    }

    /// Asks again in a week, whichever of their accounts it is about.
    Outcome later(Pair pair) {
        var done = !together(pair) && Objects.requireNonNull(transaction.execute(_ -> off(pair)));
        return done ? new Outcome.Decided(null) : quicker(pair);
    }

    private boolean off(Pair pair) {
        var both = theirs(pair);
        var until = clock.instant().plus(Verdicts.LATER);
        var done = verdicts.putOff(both.getFirst(), both.getLast(), until);
        if (done) {
            record("suggestion put off", pair);
        }
        return done;
    }

    /// Opens a suggestion again as if it had not been answered.
    ///
    /// @param batch of the joining; null if it was none
    /// @return false when somebody had done so before
    boolean takeBack(Pair pair, @Nullable Long batch) {
        return Objects.requireNonNull(transaction.execute(_ -> open(pair, batch)));
    }

    private boolean open(Pair pair, @Nullable Long batch) {
        ledger.takeTurn();
        var state = verdicts.of(pair).map(Verdicts.Verdict::state).orElse("gone");
        if (!verdicts.reopen(pair)) {
            return false;
        }
        if (batch != null && state.equals("merged") && together(pair)) {
            merging.undoBatch(batch);
        }
        var apart = new ArrayList<Pair>();
        var both = theirs(pair);
        for (var one : both.getFirst()) {
            both.getLast().stream()
                    .filter(other -> !other.equals(one))
                    .forEach(other -> apart.add(new Pair(one, other)));
        }
        never.takeBack(apart);
        learning.learn();
        record("suggestion opened again", pair);
        return true;
    }

    private void record(String action, Pair pair) {
        trail.record(action, "identity", Long.toString(pair.one()), Map.of("and", pair.other()));
    }

    /// All accounts of the one person, and all of the other.
    private List<List<Long>> theirs(Pair pair) {
        var members = belonging.membersOf(List.of(pair.one(), pair.other()));
        var all = finder.identities(members.values());
        return List.of(
                all.getOrDefault(members.getOrDefault(pair.one(), 0L), List.of()),
                all.getOrDefault(members.getOrDefault(pair.other(), 0L), List.of()));
    }

    private boolean together(Pair pair) {
        var members = belonging.membersOf(List.of(pair.one(), pair.other()));
        return members.size() < 2 || members.values().stream().distinct().count() == 1;
    }

    private Outcome quicker(Pair pair) {
        var verdict = Objects.requireNonNull(transaction.execute(_ -> verdicts.of(pair)));
        return new Outcome.Quicker(
                verdict.map(Verdicts.Verdict::state).orElse("gone"),
                verdict.map(Verdicts.Verdict::by).orElse(null));
    }
}
