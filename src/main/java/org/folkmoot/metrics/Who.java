package org.folkmoot.metrics;

import java.util.function.IntUnaryOperator;

/// A number for each account, found with one look into memory where ids lie close together.
final class Who {

    private final Places places;
    private final long first;
    private final int[] byId;
    private final IntUnaryOperator of;

    /// @param of the number of the account at a place; -1 is asked for, too
    Who(Places places, IntUnaryOperator of) {
        this.places = places;
        this.of = of;
        this.first = places.first();
        this.byId = new int[places.span()];
        for (int i = 0; i < byId.length; i++) {
            byId[i] = of.applyAsInt(places.of(first + i));
        }
    }

    int of(long account) {
        if (byId.length == 0) {
            return of.applyAsInt(places.of(account));
        }
        long i = account - first;
        return i >= 0 && i < byId.length ? byId[(int) i] : -1;
    }
}
