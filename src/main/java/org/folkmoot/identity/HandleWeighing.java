package org.folkmoot.identity;

import static org.folkmoot.identity.Weighing.log2;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.identity.NameWeighing.Weighed;

/// What user names say: those of platforms, and what stands before the @ of addresses.
final class HandleWeighing {

    /// Two people of one name are likely to have like user names made of it.
    private static final double MADE_OF_THE_NAME = 1;

    private final Rarity rarity;
    private final Habits habits;

    HandleWeighing(Rarity rarity, Habits habits) {
        this.rarity = rarity;
        this.habits = habits;
    }

    void weigh(Portrait one, Portrait other, Weighed name, List<Evidence> evidence) {
        var shared = new HashSet<>(one.handles());
        shared.retainAll(other.handles());
        if (shared.isEmpty()) {
            spelt(one, other, name, evidence);
            return;
        }
        var handle = longest(shared);
        var agreed = name.level().compareTo(NameLevel.ONE_WORD) < 0;
        var plain = madeOfName(one, handle) && madeOfName(other, handle);
        var bits =
                agreed && plain
                        ? MADE_OF_THE_NAME
                        : Math.clamp(log2(habits.handle() / share(handle)), 0, 14);
        if (bits > 0) {
            evidence.add(
                    new Evidence(
                            "same_handle",
                            bits,
                            plain && agreed
                                    ? "Both go by %s, made of the name".formatted(handle)
                                    : "Both go by %s, as %s here"
                                            .formatted(
                                                    handle,
                                                    Weighing.people(
                                                            rarity.count(
                                                                    new Trait(
                                                                            Trait.Type.SPELT,
                                                                            handle))))));
        }
    }

    /// A handle that is a word of names is as common as that word.
    private double share(String handle) {
        var word = Handles.bare(handle);
        var named = rarity.count(Portrait.word(word)) > 1 || Nicknames.isCommon(word);
        return named
                ? Math.max(rarity.handle(handle), rarity.word(word, 2))
                : rarity.handle(handle);
    }

    private static String longest(Set<String> handles) {
        return handles.stream()
                .max(
                        java.util.Comparator.comparingInt(String::length)
                                .thenComparing(java.util.Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static boolean madeOfName(Portrait whose, String handle) {
        var bare = Handles.bare(handle);
        return whose.names().stream()
                .anyMatch(
                        n ->
                                n.spelt().contains(bare)
                                        || n.words().contains(bare)
                                        || n.letters().equals(bare));
    }

    /// One goes by what the other's name makes, and has no full name that would say more.
    private void spelt(Portrait one, Portrait other, Weighed name, List<Evidence> evidence) {
        if (name.level() != NameLevel.UNKNOWN && name.level() != NameLevel.ONE_WORD) {
            return;
        }
        if (!spelt(one, other, evidence)) {
            spelt(other, one, evidence);
        }
    }

    private boolean spelt(Portrait nameless, Portrait named, List<Evidence> evidence) {
        for (var name : named.names()) {
            if (!name.isFull()) {
                continue;
            }
            for (var handle : candidates(nameless)) {
                var bare = Handles.bare(handle);
                var letters = bare.length() > 2 && name.letters().equals(bare);
                if (!letters && !name.spelt().contains(bare)) {
                    continue;
                }
                var given = name.words().getFirst();
                var surname = rarity.word(name.surname(), 2);
                var u =
                        letters
                                ? Math.max(1.0 / 2000, rarity.handle(bare))
                                : bare.contains(given) && bare.contains(name.surname())
                                        ? 2 * rarity.word(given, 2) * surname
                                        : surname / 8;
                var bits = Math.clamp(log2(0.1 / u), 0, 14);
                if (bits > 0) {
                    evidence.add(
                            new Evidence(
                                    "handle_spells_name",
                                    bits,
                                    "%s may be made of the name %s"
                                            .formatted(handle, name.shown())));
                }
                return true;
            }
        }
        return false;
    }

    private static Set<String> candidates(Portrait whose) {
        var all = new HashSet<>(whose.handles());
        whose.names().stream()
                .filter(n -> !n.isFull())
                .forEach(n -> all.add(n.words().isEmpty() ? n.initials() : n.words().getFirst()));
        return all;
    }
}
