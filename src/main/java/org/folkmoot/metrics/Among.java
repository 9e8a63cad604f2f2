package org.folkmoot.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The members who fit a condition, by their ids.
final class Among {

    private final long[] members;

    Among(long[] members) {
        this.members = members.clone();
    }

    long[] members() {
        return members;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Among among && Arrays.equals(members, among.members);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(members);
    }

    @Override
    public String toString() {
        return members.length + " members";
    }
}
