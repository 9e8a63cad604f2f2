package org.folkmoot.ties;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What a drawing of ties says of the whole: who falls into which group, and who holds groups
/// together. Nodes are numbered from 0. The same lines always give the same answers.
final class Shape {

    /// Betweenness is taken from so many starts, and from all where there are fewer.
    private static final int STARTS = 200;

    private static final int ROUNDS = 20;

    private final int[][] next;
    private final double[][] weight;

    private Shape(int[][] next, double[][] weight) {
        this.next = next;
        this.weight = weight;
    }

    /// A line between two nodes.
    record Line(int a, int b, double weight) {}

    static Shape of(int nodes, List<Line> lines) {
        var degree = new int[nodes];
        for (var line : lines) {
            degree[line.a()]++;
            degree[line.b()]++;
        }
        var next = new int[nodes][];
        var weight = new double[nodes][];
        for (int n = 0; n < nodes; n++) {
            next[n] = new int[degree[n]];
            weight[n] = new double[degree[n]];
        }
        for (var line : lines) {
            put(next, weight, --degree[line.a()], line.a(), line.b(), line.weight());
            put(next, weight, --degree[line.b()], line.b(), line.a(), line.weight());
        }
        return new Shape(next, weight);
    }

    private static void put(int[][] next, double[][] weight, int at, int a, int b, double w) {
        next[a][at] = b;
        weight[a][at] = w;
    }

    int degree(int node) {
        return next[node].length;
    }

    double strength(int node) {
        return Arrays.stream(weight[node]).sum();
    }

    /// The nodes without whom a part would be cut off: articulation points, after Tarjan (1972),
    /// without recursion.
    boolean[] cuts() {
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

    /// How often each node lies on a shortest way between two others, from 0 to 1: Brandes (2001),
    /// from a sample of starts (Brandes and Pich, 2007), each line as long as any other.
    double[] between() {
        var nodes = next.length;
        var sum = new double[nodes];
        var starts = Math.min(STARTS, nodes);
        for (int s = 0; s < starts; s++) {
            from((int) ((long) s * nodes / starts), sum);
        }
        var pairs = (double) starts * Math.max(1, nodes - 2);
        return Arrays.stream(sum).map(x -> x / pairs).toArray();
    }

    private void from(int start, double[] sum) {
        var nodes = next.length;
        var order = new int[nodes];
        var distance = new int[nodes];
        var ways = new double[nodes];
        Arrays.fill(distance, -1);
        distance[start] = 0;
        ways[start] = 1;
        order[0] = start;
        var reached = 1;
        for (int at = 0; at < reached; at++) {
            var v = order[at];
            for (var w : next[v]) {
                if (distance[w] < 0) {
                    distance[w] = distance[v] + 1;
                    order[reached++] = w;
                }
                if (distance[w] == distance[v] + 1) {
                    ways[w] += ways[v];
                }
            }
        }
        var rests = new double[nodes];
        for (int at = reached - 1; at > 0; at--) {
            var w = order[at];
            for (var v : next[w]) {
                if (distance[v] == distance[w] - 1) {
                    rests[v] += ways[v] / ways[w] * (1 + rests[w]);
                }
            }
            sum[w] += rests[w];
        }
    }

    /// The group of each node, the largest being 0: label propagation (Raghavan, Albert and Kumara,
    /// 2007) by weight, in an order that is shuffled the same way each time; of labels that weigh
    /// the same, the smallest.
    int[] groups() {
        var nodes = next.length;
        var label = new int[nodes];
        var order = new ArrayList<Integer>();
        for (int n = 0; n < nodes; n++) {
            label[n] = n;
            order.add(n);
        }
        var random = new Random(nodes);
        var sum = new double[nodes];
        for (int round = 0, moved = 1; round < ROUNDS && moved > 0; round++) {
            moved = 0;
            java.util.Collections.shuffle(order, random);
            for (int n : order) {
                var best = best(n, label, sum);
                moved += best == label[n] ? 0 : 1;
                label[n] = best;
            }
        }
        return bySize(label);
    }

    private int best(int node, int[] label, double[] sum) {
        for (int i = 0; i < next[node].length; i++) {
            sum[label[next[node][i]]] += weight[node][i];
        }
        var best = label[node];
        for (var other : next[node]) {
            var l = label[other];
            if (sum[l] > sum[best] || (sum[l] == sum[best] && l < best)) {
                best = l;
            }
        }
        for (var other : next[node]) {
            sum[label[other]] = 0;
        }
        return best;
    }

    /// Which piece each node lies in, the largest being 0: two are in one piece when some way leads
    /// from one to the other.
    int[] pieces() {
        var piece = new int[next.length];
        Arrays.fill(piece, -1);
        for (int root = 0; root < next.length; root++) {
            if (piece[root] >= 0) {
                continue;
            }
            var open = new ArrayDeque<Integer>(List.of(root));
            piece[root] = root;
            while (!open.isEmpty()) {
                for (var w : next[open.pop()]) {
                    if (piece[w] < 0) {
                        piece[w] = root;
                        open.push(w);
                    }
                }
            }
        }
        return bySize(piece);
    }

    private static int[] bySize(int[] label) {
        var size = new int[label.length];
        for (var l : label) {
            size[l]++;
        }
        var ranked = new ArrayList<Integer>();
        for (int l = 0; l < size.length; l++) {
            if (size[l] > 0) {
                ranked.add(l);
            }
        }
        ranked.sort((x, y) -> size[y] == size[x] ? x - y : size[y] - size[x]);
        var rank = new int[label.length];
        for (int r = 0; r < ranked.size(); r++) {
            rank[ranked.get(r)] = r;
        }
        return Arrays.stream(label).map(l -> rank[l]).toArray();
    }
}
