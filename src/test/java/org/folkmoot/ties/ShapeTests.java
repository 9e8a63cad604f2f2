package org.folkmoot.ties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapeTests {

    private static Shape shape(int nodes, int... ends) {
        var lines = new ArrayList<Shape.Line>();
        for (int i = 0; i < ends.length; i += 2) {
            lines.add(new Shape.Line(ends[i], ends[i + 1], 1));
        }
        return Shape.of(nodes, lines);
    }

    /// Two triangles that hang together by node 2 and 3, and a pair of its own.
    private static final int[] TWO = {0, 1, 1, 2, 0, 2, 2, 3, 3, 4, 4, 5, 3, 5, 6, 7};

    @Test
    void whoHoldsTwoPartsTogetherIsFound() {
        assertThat(shape(8, TWO).cuts())
                .containsExactly(false, false, true, true, false, false, false, false);
    }

    @Test
    void betweennessIsAsCountedByHand() {
        // a path of three: the one in the middle lies on both ways between the others
        assertThat(shape(3, 0, 1, 1, 2).between()[1]).isEqualTo(2.0 / 3, within(1e-9));
        assertThat(shape(3, 0, 1, 1, 2).between()[0]).isZero();
        // a star of five: 4 starts reach 3 others each over the middle
        assertThat(shape(5, 0, 1, 0, 2, 0, 3, 0, 4).between()[0])
                .isEqualTo(12.0 / 15, within(1e-9));
    }

    @Test
    void groupsAndPiecesAreFoundTheSameWayEachTime() {
        var groups = shape(8, TWO).groups();
        assertThat(groups).isEqualTo(shape(8, TWO).groups());
        assertThat(groups[0]).isEqualTo(groups[1]).isEqualTo(groups[2]).isNotEqualTo(groups[5]);
        assertThat(groups[4]).isEqualTo(groups[5]);
        assertThat(groups[6]).isEqualTo(groups[7]).isNotIn(groups[0], groups[5]);
        assertThat(shape(8, TWO).pieces()).containsExactly(0, 0, 0, 0, 0, 0, 1, 1);
    }

    @Test
    void cutsAreThoseWhoseAbsenceMakesMorePieces() {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            var ends = random.ints(2L * (8 + random.nextInt(12)), 0, 14).toArray();
            for (int i = 0; i < ends.length; i += 2) {
                ends[i + 1] = ends[i] == ends[i + 1] ? (ends[i] + 1) % 14 : ends[i + 1];
            }
            var distinct = once(ends);
            var cuts = shape(14, distinct).cuts();
            for (int node = 0; node < 14; node++) {
                assertThat(cuts[node])
                        .as("round %d, node %d", round, node)
                        .isEqualTo(pieces(distinct, node) > pieces(distinct, -1));
            }
        }
    }

    private static int[] once(int[] ends) {
        return IntStream.range(0, ends.length / 2)
                .mapToObj(
                        i ->
                                List.of(
                                        Math.min(ends[2 * i], ends[2 * i + 1]),
                                        Math.max(ends[2 * i], ends[2 * i + 1])))
                .distinct()
                .flatMapToInt(p -> p.stream().mapToInt(Integer::intValue))
                .toArray();
    }

    /// How many pieces there are among those who stay.
    private static long pieces(int[] ends, int without) {
        var rest = new ArrayList<Integer>();
        for (int i = 0; i < ends.length; i += 2) {
            if (ends[i] != without && ends[i + 1] != without) {
                rest.addAll(List.of(ends[i], ends[i + 1]));
            }
        }
        var pieces = shape(14, rest.stream().mapToInt(Integer::intValue).toArray()).pieces();
        var all =
                IntStream.range(0, 14)
                        .filter(n -> n != without)
                        .map(n -> pieces[n])
                        .distinct()
                        .count();
        return without < 0 || ownsNothing(ends, without) ? all - (without < 0 ? 0 : -1) : all;
    }

    private static boolean ownsNothing(int[] ends, int node) {
        return IntStream.of(ends).noneMatch(e -> e == node);
    }
}
