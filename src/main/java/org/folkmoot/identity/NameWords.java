package org.folkmoot.identity;

/// What names say, in words.
final class NameWords {

    private NameWords() {}

    static String of(NameMatch match, Rarity rarity) {
        var one = match.one().shown();
        var other = match.other().shown();
        return switch (match.level()) {
            case SAME ->
                    one.equals(other)
                            ? "Same full name, %s, which %s bear"
                                    .formatted(one, bearers(match, rarity))
                            : "Same full name, %s and %s, which %s bear"
                                    .formatted(one, other, bearers(match, rarity));
            case SPELT_OTHERWISE -> "%s and %s are one name, spelt otherwise".formatted(one, other);
            case PARTLY -> "%s and %s agree as far as they go".formatted(one, other);
            case NICKNAME -> "%s and %s: one is short for the other".formatted(one, other);
            case TYPO -> "%s and %s differ by a letter".formatted(one, other);
            case INITIAL ->
                    "%s may be short for %s".formatted(shorter(one, other), longer(one, other));
            case ONE_WORD -> "The names %s and %s share a word".formatted(one, other);
            case GIVEN_DIFFERS ->
                    "Same surname but different given names, %s and %s".formatted(one, other);
            case SURNAME_DIFFERS ->
                    "%s and %s share a name but not the surname".formatted(one, other);
            case DIFFERENT, UNKNOWN -> "Different names, %s and %s".formatted(one, other);
        };
    }

    private static String bearers(NameMatch match, Rarity rarity) {
        var words = match.agreed();
        var many =
                words.size() < 2
                        ? 2
                        : rarity.count(NameTraits.pair(words.getFirst(), words.getLast()));
        return many <= 2 ? "only these two here" : "%,d identities here".formatted(many);
    }

    private static String shorter(String one, String other) {
        return one.length() <= other.length() ? one : other;
    }

    private static String longer(String one, String other) {
        return one.length() <= other.length() ? other : one;
    }
}
