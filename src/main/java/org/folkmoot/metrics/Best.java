package org.folkmoot.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The first so many of what is told, in order; holds no more than these.
final class Best<T> {

    private final int most;
    private final Comparator<T> order;
    private final PriorityQueue<T> last;

    /// @param order in which nothing equals anything else
    Best(int most, Comparator<T> order) {
        this.most = most;
        this.order = order;
        this.last = new PriorityQueue<>(order.reversed());
    }

    void add(T one) {
        if (last.size() < most) {
            last.add(one);
        } else if (most > 0 && order.compare(one, last.element()) < 0) {
            last.remove();
            last.add(one);
        }
    }

    List<T> all() {
        var all = new ArrayList<>(last);
        all.sort(order);
        return all;
    }
}
