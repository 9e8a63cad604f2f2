package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.folkmoot.members.IdentityNews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks for identities that are one person, among those of which there is news and whoever shares
/// something with them. Each step takes a batch out of a queue and writes what it found in one
/// transaction, so it can be killed and run again at any time, and from two processes at once.
@Service
public class Matching {

    private static final int BATCH = 2000;

    /// Traits are written in their order: the more at once, the more of them are neighbours.
    private static final int READ_AT_ONCE = 10_000;

    /// So little news is compared in the transaction that reads it.
    private static final int FEW = 50;

    /// So much news is worth learning from.
    private static final int MANY = 500;

    private static final int REMEMBERED = 500_000;

    /// What so many have is dear to count: it is remembered longest.
    private static final int DEAR = 100;

    private final IdentityNews news;
    private final TraitRows traits;
    private final HabitRows habitRows;
    private final Learning learning;
    private final SuggestionRows rows;
    private final Meetings meetings;
    private final TransactionTemplate step;

    Matching(
            IdentityNews news,
            TraitRows traits,
            HabitRows habitRows,
            Learning learning,
            SuggestionRows rows,
            Meetings meetings,
            PlatformTransactionManager transactions) {
        this.news = news;
        this.traits = traits;
        this.habitRows = habitRows;
        this.learning = learning;
        this.rows = rows;
        this.meetings = meetings;
        this.step = new TransactionTemplate(transactions);
    }

    /// What was done.
    ///
    /// @param looked of how many identities there was news
    /// @param compared how many pairs were weighed
    public record Work(int looked, int compared) {}

    /// Works off all news of the community the work is in.
    public Work run() {
        var counts = new HashMap<Trait, Integer>();
        var looked = 0;
        var compared = 0;
        First first;
        do {
            first = Objects.requireNonNull(step.execute(_ -> begin(counts)));
            looked += first.read();
        } while (first.read() == READ_AT_ONCE);
        if (looked >= MANY) {
            step.executeWithoutResult(_ -> learn());
        }
        var batch = first.compared();
        while (batch == null || batch.identities() == BATCH) {
            compared += batch == null ? 0 : batch.pairs();
            batch = Objects.requireNonNull(step.execute(_ -> compareBatch(counts)));
        }
        return new Work(looked, compared + batch.pairs());
    }

    /// @param compared null when there was too much news to compare in the same transaction
    private record First(int read, @Nullable Batch compared) {}

    private First begin(Map<Trait, Integer> counts) {
        var read = readBatch();
        return new First(read, read < FEW ? compareBatch(counts) : null);
    }

    private int readBatch() {
        traits.takeTurn();
        var ids = news.take(READ_AT_ONCE);
        if (!ids.isEmpty()) {
            var all = new HashMap<Long, Set<Trait>>();
            portraits(ids).forEach((id, portrait) -> all.put(id, portrait.traits()));
            traits.write(ids, all);
        }
        return ids.size();
    }

    /// Looks anew at how those who share a mailbox agree otherwise.
    private void learn() {
        var pairs = habitRows.sameMailbox();
        var ids = new HashSet<Long>();
        pairs.forEach(p -> ids.addAll(List.of(p.one(), p.other())));
        var portraits = portraits(ids);
        var known = new ArrayList<Habits.Known>();
        for (var pair : pairs) {
            var one = portraits.get(pair.one());
            var other = portraits.get(pair.other());
            if (one != null && other != null && !one.source().equals(other.source())) {
                known.add(new Habits.Known(one, other));
            }
        }
        habitRows.write(Habits.of(known));
    }

    private record Batch(int identities, int pairs) {}

    private Batch compareBatch(Map<Trait, Integer> counts) {
        traits.takeTurn();
        var due = traits.due(BATCH);
        if (due.isEmpty()) {
            return new Batch(0, 0);
        }
        var pairs = traits.candidates(due);
        var ids = new HashSet<Long>();
        pairs.forEach(p -> ids.addAll(List.of(p.one(), p.other())));
        var portraits = portraits(ids);
        var weighing =
                new Weighing(
                        rarity(portraits.values(), counts), habitRows.read(), learning.learnt());
        var likely = new LinkedHashMap<Pair, Match>();
        for (var pair : pairs) {
            var one = portraits.get(pair.one());
            var other = portraits.get(pair.other());
            if (one != null && other != null && one.member() != other.member()) {
                var match = weighing.weigh(one, other);
                if (match.band() != Band.IGNORE) {
                    likely.put(pair, match);
                }
            }
        }
        likely.keySet().removeAll(rows.different(likely.values(), portraits));
        var found =
                meetings.weigh(likely.values(), portraits).stream()
                        .map(m -> Settled.weigh(m, portraits))
                        .filter(m -> m.band() != Band.IGNORE)
                        .toList();
        rows.write(due, found);
        return new Batch(due.size(), pairs.size());
    }

    private Map<Long, Portrait> portraits(Collection<Long> identities) {
        var all = new HashMap<Long, Portrait>();
        news.accounts(identities).forEach(a -> all.put(a.identity(), Portrait.of(a)));
        return all;
    }

    /// How common everything is that these have. What was counted in this run is not counted again.
    private Rarity rarity(Collection<Portrait> portraits, Map<Trait, Integer> counts) {
        var asked = new HashSet<Trait>();
        portraits.forEach(p -> asked.addAll(p.counted()));
        if (counts.size() > REMEMBERED) {
            counts.values().removeIf(many -> many < DEAR);
        }
        asked.removeIf(counts::containsKey);
        traits.count(asked, counts);
        return new Rarity(traits.tally(), counts);
    }
}
