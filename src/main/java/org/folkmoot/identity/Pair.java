package org.folkmoot.identity;

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
}
