package org.folkmoot.ties;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What a drawing of ties says of the whole: who falls into which group, and who holds groups
/// together. Nodes are numbered from 0. The same lines always give the same answers.
final class Shape {

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

    /// @see Cuts
    boolean[] cuts() {
        return Cuts.of(next);
    }

    /// @see Betweenness
    double[] between() {
        return Betweenness.of(next);
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
