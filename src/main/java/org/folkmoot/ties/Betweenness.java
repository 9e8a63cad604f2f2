package org.folkmoot.ties;

import java.util.Arrays;

/// How often each node lies on a shortest way between two others, from 0 to 1: Brandes (2001),
/// from a sample of starts (Brandes and Pich, 2007), each line as long as any other.
final class Betweenness {

    /// So many starts, and all where there are fewer.
    private static final int STARTS = 200;

    private Betweenness() {}

    static double[] of(int[][] next) {
        var nodes = next.length;
        var sum = new double[nodes];
        var starts = Math.min(STARTS, nodes);
        for (int s = 0; s < starts; s++) {
            from(next, (int) ((long) s * nodes / starts), sum);
        }
        var pairs = (double) starts * Math.max(1, nodes - 2);
        return Arrays.stream(sum).map(x -> x / pairs).toArray();
    }

    private static void from(int[][] next, int start, double[] sum) {
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
}
