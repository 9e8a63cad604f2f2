package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// A number for each account, found with one look into memory where ids lie close together.
final class Who {

    private static final int MOST = 1000;

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

    /// The accounts that have another number there; null when they are too many, or ids lie too far
    /// apart to tell.
    long @Nullable [] differences(Who there) {
        if (this == there) {
            return new long[0];
        }
        if (byId.length == 0 || there.byId.length == 0 || first != there.first) {
            return null;
        }
        var changed = new long[MOST];
        int many = 0;
        int most = Math.max(byId.length, there.byId.length);
        for (int i = 0; i < most; i++) {
            if (number(i) != there.number(i)) {
                if (many == MOST) {
                    return null;
                }
                changed[many++] = first + i;
            }
        }
        return Arrays.copyOf(changed, many);
    }

    private int number(int i) {
        return i < byId.length ? byId[i] : -1;
    }

    int of(long account) {
        if (byId.length == 0) {
            return of.applyAsInt(places.of(account));
        }
        long i = account - first;
        return i >= 0 && i < byId.length ? byId[(int) i] : -1;
    }
}
