package org.folkmoot.orbit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Boards that were worked out, in memory as long as nothing of what they rest on has changed. Of
/// the day asked for last everything but that day is kept, too: what is done today is added to it,
/// and history is not read again.
@Component
class Boards {

    /// So many places on all boards together, of nine bytes each.
    private static final long MOST = 12_000_000;

    /// So many counts of a day.
    private static final int STANDINGS = 2_000;

    /// So many days of everybody's reach.
    private static final int REACHES = 6;

    /// What a board rests on.
    ///
    /// @param stamp of the book up to its day
    private record Key(
            CommunityId community,
            LocalDate asOf,
            String weights,
            String rules,
            long stamp,
            long stirred) {}

    /// Everything before a day, added up.
    private record Before(Key key, Persons persons, Tally tally) {}

    private final LinkedHashMap<Key, Board> all = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashMap<Key, Standing> standings = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<CommunityId, Before> befores = new LinkedHashMap<>();
    private final LinkedHashMap<Key, Map<Long, Double>> reaches =
            new LinkedHashMap<>(16, 0.75f, true);

    /// @param now what is known: a book that reaches to the day at least
    Board at(LocalDate asOf, Weights weights, Moment now) {
        var key = key(asOf, asOf, weights, now);
        var known = now.passing() ? null : known(key);
        if (known != null) {
            return known;
        }
        var book = now.book();
        int end = book.until(asOf);
        int last = book.until(asOf.minusDays(1));
        var beforeKey = key(asOf, asOf.minusDays(1), weights, now);
        var before = now.passing() ? null : before(beforeKey, now.persons());
        var tally =
                before == null
                        ? Tally.of(asOf, weights, now.persons()).take(book, 0, last)
                        : before.tally;
        if (before == null && !now.passing() && now.today().equals(asOf)) {
            keep(new Before(beforeKey, now.persons(), tally));
        }
        var board = tally.copy().take(book, last, end).board();
        if (!now.passing()) {
            keep(key, board);
        }
        return board;
    }

    /// How many stood where at the end of a day, kept like a board and far smaller.
    Standing standing(LocalDate day, Weights weights, Moment now, Supplier<Standing> counting) {
        if (now.passing()) {
            return counting.get();
        }
        var key = key(day, day, weights, now);
        var known = knownStanding(key);
        if (known == null) {
            known = counting.get();
            keep(key, known);
        }
        return known;
    }

    /// Everybody's reach at the end of a day, whatever things weigh.
    Map<Long, Double> reaches(LocalDate day, Moment now, Supplier<Map<Long, Double>> finding) {
        if (now.passing()) {
            return finding.get();
        }
        var key = new Key(Here.community(), day, "", "", now.book().stamp(day), now.stirred());
        synchronized (reaches) {
            var known = reaches.get(key);
            if (known != null) {
                return known;
            }
        }
        var found = finding.get();
        synchronized (reaches) {
            reaches.put(key, found);
            if (reaches.size() > REACHES) {
                reaches.remove(reaches.firstEntry().getKey());
            }
        }
        return found;
    }

    private synchronized @Nullable Standing knownStanding(Key key) {
        return standings.get(key);
    }

    private synchronized void keep(Key key, Standing standing) {
        standings.put(key, standing);
        if (standings.size() > STANDINGS) {
            standings.remove(standings.firstEntry().getKey());
        }
    }

    private static Key key(LocalDate asOf, LocalDate until, Weights weights, Moment now) {
        return new Key(
                Here.community(),
                asOf,
                weights.key(),
                now.book().rules(),
                now.book().stamp(until) * 31 + now.book().first().toEpochDay(),
                now.stirred());
    }

    private synchronized @Nullable Board known(Key key) {
        return all.get(key);
    }

    private synchronized @Nullable Before before(Key key, Persons persons) {
        var before = befores.get(key.community);
        return before != null && before.key.equals(key) && before.persons == persons
                ? before
                : null;
    }

    private synchronized void keep(Before before) {
        befores.remove(before.key.community);
        befores.put(before.key.community, before);
        long sum = befores.values().stream().mapToLong(b -> b.persons.size()).sum();
        var eldest = befores.values().iterator();
        while (sum > MOST / 4 && befores.size() > 1) {
            sum -= eldest.next().persons.size();
            eldest.remove();
        }
    }

    private synchronized void keep(Key key, Board board) {
        all.keySet()
                .removeIf(
                        k ->
                                k.community.equals(key.community)
                                        && k.asOf.equals(key.asOf)
                                        && k.weights.equals(key.weights));
        all.put(key, board);
        long sum = all.values().stream().mapToLong(b -> b.persons().size()).sum();
        var eldest = all.values().iterator();
        while (sum > MOST && all.size() > 1) {
            sum -= eldest.next().persons().size();
            eldest.remove();
        }
    }
}
