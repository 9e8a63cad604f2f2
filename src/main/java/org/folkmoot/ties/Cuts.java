package org.folkmoot.ties;

import java.util.ArrayDeque;

/// The nodes without whom a part would be cut off: articulation points, after Tarjan (1972),
/// without recursion.
final class Cuts {

    private Cuts() {}

    static boolean[] of(int[][] next) {
        var nodes = next.length;
        var cuts = new boolean[nodes];
        var found = new int[nodes];
        var low = new int[nodes];
        var parent = new int[nodes];
        var edge = new int[nodes];
        var time = 0;
        for (int root = 0; root < nodes; root++) {
            if (found[root] != 0) {
                continue;
            }
            var children = 0;
            var path = new ArrayDeque<Integer>();
            path.push(root);
            parent[root] = -1;
            found[root] = low[root] = ++time;
            while (!path.isEmpty()) {
                int v = path.peek();
                if (edge[v] < next[v].length) {
                    var w = next[v][edge[v]++];
                    if (found[w] == 0) {
                        children += v == root ? 1 : 0;
                        parent[w] = v;
                        found[w] = low[w] = ++time;
                        path.push(w);
                    } else if (w != parent[v]) {
                        low[v] = Math.min(low[v], found[w]);
                    }
                } else {
                    path.pop();
                    var p = parent[v];
                    if (p >= 0) {
                        low[p] = Math.min(low[p], low[v]);
                        cuts[p] |= p != root && low[v] >= found[p];
                    }
                }
            }
            cuts[root] = children > 1;
        }
        return cuts;
    }
}
