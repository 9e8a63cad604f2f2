package org.folkmoot.activity;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// Which row hangs on which, within a page. Chains may be thousands of replies deep, so nothing
/// here calls itself.
final class Threads {

    private Threads() {}

    /// Whether hanging `row` on `parent` would close a circle, as broken or hostile exports do.
    static boolean wouldCircle(Row row, Row parent) {
        var top = parent;
        while (top.parent != null) {
            if (top == row) {
                return true;
            }
            top = top.parent;
        }
        return top == row || (!row.fresh && !top.fresh && top.thread == row.id);
    }

    /// Settles every open row after its parent.
    static void settle(Set<Row> open) {
        var settled = new HashSet<Row>();
        var path = new ArrayDeque<Row>();
        for (var row : open) {
            for (var r = row; r != null && open.contains(r) && settled.add(r); r = r.parent) {
                path.push(r);
            }
            while (!path.isEmpty()) {
                path.pop().settle();
            }
        }
    }
}
