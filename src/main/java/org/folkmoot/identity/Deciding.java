package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.folkmoot.members.Identities;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a person answers to a suggestion.
@Service
@Transactional
public class Deciding {

    private static final int MOST = 2_000;

    private final Suggestions suggestions;
    private final Merging merging;
    private final Never never;
    private final Belonging belonging;
    private final Identities identities;
    private final Learning learning;
    private final Trail trail;

    Deciding(
            Suggestions suggestions,
            Merging merging,
            Never never,
            Belonging belonging,
            Identities identities,
            Learning learning,
            Trail trail) {
        this.suggestions = suggestions;
        this.merging = merging;
        this.never = never;
        this.belonging = belonging;
        this.identities = identities;
        this.learning = learning;
        this.trail = trail;
    }

    /// They are one person.
    ///
    /// @throws Refusal.OutOfDate when somebody decided it before
    public Merging.Done yes(Pair pair) {
        suggestions.accept(pair);
        var done = merging.merge(pair, suggestions.evidence(pair));
        learning.learn();
        return done;
    }

    /// They are two, with all the accounts they have, whatever else is found.
    ///
    /// @throws Refusal.OutOfDate when somebody decided it before
    /// @throws Refusal.Unusable when they are one person already
    public void no(Pair pair) {
        var members = belonging.membersOf(List.of(pair.one(), pair.other()));
        if (Objects.equals(members.get(pair.one()), members.get(pair.other()))) {
            throw new Refusal.Unusable(
                    "These two are one person already. Part them first, if they are not.");
        }
        suggestions.refuse(pair);
        var apart = across(pair);
        never.say(apart, Trail.who());
        suggestions.close(apart, "refused", Trail.who());
        learning.learn();
        trail.record(
                "told apart", "identity", Long.toString(pair.one()), Map.of("from", pair.other()));
    }

    private List<Pair> across(Pair pair) {
        var members = belonging.membersOf(List.of(pair.one(), pair.other()));
        var pairs = new ArrayList<Pair>();
        for (var one : identities.of(Objects.requireNonNull(members.get(pair.one())))) {
            for (var other : identities.of(Objects.requireNonNull(members.get(pair.other())))) {
                if (!one.equals(other) && pairs.size() < MOST) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
        pairs.add(pair);
        return pairs;
    }
}
