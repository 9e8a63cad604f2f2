package org.folkmoot.metrics;

/// How many came and how many left.
record Moves(long joined, long left) {
    static final Moves NONE = new Moves(0, 0);

    Moves plus(Moves other) {
        return new Moves(joined + other.joined, left + other.left);
    }
}
