package org.folkmoot.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Four rings around the middle with a dot for so many members each: how close they are.
///
/// @param each how many members a dot stands for
record Rings(List<Ring> rings, int each) {

    static final int SIZE = 360;

    /// So many dots are the most on one ring.
    private static final int MOST = 60;

    private static final double INNERMOST = 42;
    private static final double APART = 40;

    /// The golden angle spreads any number evenly, and leaves them where they are when one comes.
    private static final double TURN = Math.PI * (3 - Math.sqrt(5));

    /// @param rank 4 is the innermost
    record Ring(int rank, double radius, List<Dot> dots) {

        String r() {
            return written(radius);
        }
    }

    record Dot(double x, double y) {

        String cx() {
            return written(x);
        }

        String cy() {
            return written(y);
        }
    }

    static Rings of(Standing standing, Profile profile) {
        int most = 1;
        for (int rank = 1; rank <= 4; rank++) {
            most = Math.max(most, standing.rank(profile, rank));
        }
        int each = (most + MOST - 1) / MOST;
        var rings = new ArrayList<Ring>();
        for (int rank = 4; rank >= 1; rank--) {
            double radius = INNERMOST + (4 - rank) * APART;
            int members = standing.rank(profile, rank);
            rings.add(new Ring(rank, radius, dots((members + each - 1) / each, radius)));
        }
        return new Rings(rings, each);
    }

    private static List<Dot> dots(int many, double radius) {
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < many; i++) {
            double angle = i * TURN + radius;
            double far = radius + (i % 3 - 1) * 9;
            dots.add(
                    new Dot(
                            SIZE / 2.0 + far * Math.cos(angle),
                            SIZE / 2.0 + far * Math.sin(angle)));
        }
        return dots;
    }

    private static String written(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
