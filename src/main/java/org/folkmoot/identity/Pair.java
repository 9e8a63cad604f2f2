package org.folkmoot.identity;

import java.util.Set;

/// Two identities.
public record Pair(long one, long other) {

    public Pair {
        if (one == other) {
            throw new IllegalArgumentException("An identity is one with itself: " + one);
        }
    }

    /// The same two, the older first.
    Pair sorted() {
        return new Pair(Math.min(one, other), Math.max(one, other));
    }

    /// Whether one of them is of these, and the other of those.
    boolean between(Set<Long> these, Set<Long> those) {
        return (these.contains(one) && those.contains(other))
                || (these.contains(other) && those.contains(one));
    }
}
