package org.folkmoot.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Who was two people in the Folkmoot community that an export came from stays so unless somebody
/// looks: there they were weighed as they came, here all at once, which makes names rarer. As soon
/// as anything else tells of one of them, that is weighed as ever.
final class Settled {

    private static final double SHORT_OF_CERTAIN = 0.5;

    private Settled() {}

    /// The same match, or one that is left to a person.
    static Match weigh(Match match, Map<Long, Portrait> portraits) {
        var one = Objects.requireNonNull(portraits.get(match.pair().one())).elsewhere();
        var other = Objects.requireNonNull(portraits.get(match.pair().other())).elsewhere();
        if (match.band() != Band.CERTAIN || one == null || !one.equals(other)) {
            return match;
        }
        return match.and(
                List.of(
                        new Evidence(
                                "two_elsewhere",
                                Band.CERTAIN_FROM - SHORT_OF_CERTAIN - match.score(),
                                "They were two people in the Folkmoot they come from")));
    }
}
