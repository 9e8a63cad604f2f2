package org.folkmoot.identity;

import static org.folkmoot.identity.Weighing.log2;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// What two identities' names say. Of all names each was seen with, the two that agree best count.
final class NameWeighing {

    /// An address that was once seen with a quite different name proves little: a slip of somebody
    /// who typed it, or a mailbox that many use.
    private static final double BY_THE_WAY = 4;

    private static final double RELAYED = 2;
    private static final double ONE_WORD_MOST = 3;
    private static final double GIVEN_DIFFERS = -5;
    private static final double SURNAME_DIFFERS = -3;
    private static final double DIFFERENT = -6;

    private final Rarity rarity;
    private final Habits habits;

    NameWeighing(Rarity rarity, Habits habits) {
        this.rarity = rarity;
        this.habits = habits;
    }

    /// @param evidence null if their names say nothing
    record Weighed(NameLevel level, @Nullable NameMatch match, @Nullable Evidence evidence) {}

    Weighed weigh(Portrait one, Portrait other) {
        Weighed best = null;
        for (var a : one.names()) {
            for (var b : other.names()) {
                var weighed = weigh(one, other, NameMatch.of(a, b));
                if (best == null || bits(weighed) > bits(best)) {
                    best = weighed;
                }
            }
        }
        return best == null ? new Weighed(NameLevel.UNKNOWN, null, null) : best;
    }

    private static double bits(Weighed weighed) {
        var evidence = weighed.evidence();
        return evidence == null ? -0.1 : evidence.weight();
    }

    private Weighed weigh(Portrait one, Portrait other, NameMatch match) {
        var level = match.level();
        var bits =
                switch (level) {
                    case UNKNOWN -> 0;
                    case GIVEN_DIFFERS -> GIVEN_DIFFERS;
                    case SURNAME_DIFFERS -> SURNAME_DIFFERS;
                    case DIFFERENT -> DIFFERENT;
                    default -> agreement(match);
                };
        if (bits > 0) {
            bits = Math.min(bits, atMost(one, match.one()));
            bits = Math.min(bits, atMost(other, match.other()));
        }
        return new Weighed(
                level,
                match,
                bits == 0
                        ? null
                        : new Evidence(
                                "name_" + level.name().toLowerCase(java.util.Locale.ROOT),
                                bits,
                                NameWords.of(match, rarity)));
    }

    private double agreement(NameMatch match) {
        var level = match.level();
        var words = match.agreed();
        if (level == NameLevel.ONE_WORD || level == NameLevel.INITIAL) {
            var least = 1.0;
            for (var word : words) {
                least = Math.min(least, rarity.word(word, 2));
            }
            var u = level == NameLevel.INITIAL ? least / 8 : least;
            var most = level == NameLevel.INITIAL ? 99 : ONE_WORD_MOST;
            return Math.min(most, log2(habits.m(level) / u));
        }
        var both =
                words.size() < 2
                        ? 0
                        : rarity.count(NameTraits.pair(words.getFirst(), words.getLast()));
        var u = level.looser;
        var shares =
                words.stream().mapToDouble(w -> rarity.word(w, both)).sorted().limit(2).toArray();
        for (var share : shares) {
            u *= share;
        }
        return log2(habits.m(level) / Math.min(1, u));
    }

    private static double atMost(Portrait whose, PersonName name) {
        if (name.relayed()) {
            return RELAYED;
        }
        var first = whose.names().getFirst();
        if (first.equals(name)
                || !first.isFull()
                || Folding.isEastAsian(first.shown()) != Folding.isEastAsian(name.shown())) {
            return Double.MAX_VALUE;
        }
        var shared = new HashSet<>(first.words());
        shared.retainAll(name.words());
        if (!shared.isEmpty()) {
            return Double.MAX_VALUE;
        }
        var how = NameMatch.of(first, name).level();
        return how.compareTo(NameLevel.GIVEN_DIFFERS) < 0 ? Double.MAX_VALUE : BY_THE_WAY;
    }
}
