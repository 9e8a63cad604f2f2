package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Two identities and what speaks for and against their being one person.
///
/// @param pair the lower id first
/// @param score the logarithm (base 2) of the odds that they are one: 0 is one in two, 5 is 32 to 1
/// @param evidence strongest first
public record Match(Pair pair, double score, List<Evidence> evidence) {

    public Match {
        evidence =
                evidence.stream()
                        .sorted(
                                Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight()))
                                        .thenComparing(Evidence::key))
                        .toList();
    }

    public Band band() {
        return Band.of(score);
    }

    /// With more known of them.
    Match and(List<Evidence> more) {
        var all = new ArrayList<>(evidence);
        all.addAll(more);
        return new Match(pair, score + more.stream().mapToDouble(Evidence::weight).sum(), all);
    }
}
