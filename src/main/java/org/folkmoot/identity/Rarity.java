package org.folkmoot.identity;

import java.util.Map;

/// How common things are in the community itself, smoothed so that a small community does not take
/// everything for rare. Winkler's adjustment for term frequencies: agreeing on a rare surname says
/// more than agreeing on a common one.
///
/// @param identities how many there are
/// @param counts how many have each trait
record Rarity(long identities, Map<Trait, Integer> counts) {

    /// So many identities of elsewhere stand behind the ones here.
    private static final double BEHIND = 500;

    private static final double COMMON = 5;
    private static final double RARE = 0.5;

    int count(Trait trait) {
        return counts.getOrDefault(trait, 0);
    }

    /// The share of others who have a word in their name.
    ///
    /// @param own how many of those who have it may be the two that are compared
    double word(String word, int own) {
        var known = Nicknames.isCommon(word) || Surnames.isCommon(word);
        return share(count(Portrait.word(word)) - own, known ? COMMON : RARE);
    }

    /// The share of others who go by a handle: short ones are taken more often.
    double handle(String handle) {
        var elsewhere =
                switch (handle.length()) {
                    case 1, 2 -> 8.0;
                    case 3 -> 2.0;
                    case 4 -> 0.8;
                    default -> 0.3;
                };
        return share(count(new Trait(Trait.Type.SPELT, handle)) - 2, elsewhere);
    }

    double site(String site) {
        return share(count(new Trait(Trait.Type.SITE, site)) - 2, RARE);
    }

    private double share(int others, double elsewhere) {
        return Math.min(1, (Math.max(0, others) + elsewhere) / (identities + BEHIND));
    }
}
