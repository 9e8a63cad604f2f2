package org.folkmoot.lifecycle;

import java.util.List;

/// How a few carry much: members in the order of their contributions.
///
/// @param shares the most first
/// @param all contributions of everybody
public record Onion(List<Share> shares, long all) {

    /// The rings, from the middle.
    enum Ring {
        CORE("Core", 0.8),
        REGULAR("Regular", 0.95),
        CASUAL("Casual", 1);

        private final String label;
        private final double until;

        Ring(String label, double until) {
            this.label = label;
            this.until = until;
        }

        String label() {
            return label;
        }
    }

    /// @param before contributions of all who made more
    public record Share(long member, long contributions, long before) {}

    /// @param people with their contributions, the most first
    static Onion of(List<Made> people) {
        var shares = new java.util.ArrayList<Share>();
        long sum = 0;
        for (var one : people) {
            shares.add(new Share(one.member(), one.contributions(), sum));
            sum += one.contributions();
        }
        return new Onion(shares, sum);
    }

    record Made(long member, long contributions) {}

    /// Fewest people who made at least half of it; 0 when nothing was made. Also called bus factor
    /// (as CHAOSS defines it: the contributor absence factor).
    public int absence() {
        return (int) shares.stream().filter(s -> 2 * s.before < all).count();
    }

    /// In which ring somebody is: by what those before them made together.
    Ring ring(Share share) {
        double before = (double) share.before / all;
        return before < Ring.CORE.until
                ? Ring.CORE
                : before < Ring.REGULAR.until ? Ring.REGULAR : Ring.CASUAL;
    }

    int people(Ring ring) {
        return (int) shares.stream().filter(s -> ring(s) == ring).count();
    }

    long made(Ring ring) {
        return shares.stream().filter(s -> ring(s) == ring).mapToLong(Share::contributions).sum();
    }

    /// Which share of everything the first so many made; 0 to 1, 0 when nothing was made.
    double share(int first) {
        return all == 0 || first == 0
                ? 0
                : (double)
                                (shares.get(Math.min(first, shares.size()) - 1).before
                                        + shares.get(Math.min(first, shares.size()) - 1)
                                                .contributions)
                        / all;
    }
}
