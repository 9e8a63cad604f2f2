package org.folkmoot.listening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.language.Gist;

/// Which of many posts are nearly the same text: each joined with those whose fingerprints differ
/// in at most three bits, and so on from one to the next. Two such agree in one of four quarters,
/// so only those are compared.
final class Likeness {

    private static final int QUARTER = 16;

    /// A quarter that so many different texts share tells nothing.
    private static final int CROWD = 500;

    private final long[] gists;
    private final int[] like;

    private Likeness(long[] gists) {
        this.gists = gists;
        this.like = new int[gists.length];
        Arrays.setAll(like, i -> i);
    }

    /// @param gist of each post, in order
    /// @return groups of two posts or more, each in that order
    static Collection<List<Integer>> groups(long[] gist) {
        var first = new LinkedHashMap<Long, List<Integer>>();
        for (int i = 0; i < gist.length; i++) {
            first.computeIfAbsent(gist[i], _ -> new ArrayList<>()).add(i);
        }
        var texts = first.keySet().stream().mapToLong(Long::longValue).toArray();
        var likeness = new Likeness(texts);
        likeness.join();
        var groups = new LinkedHashMap<Integer, List<Integer>>();
        int text = 0;
        for (var posts : first.values()) {
            groups.computeIfAbsent(likeness.top(text++), _ -> new ArrayList<>()).addAll(posts);
        }
        return groups.values().stream()
                .filter(g -> g.size() > 1)
                .map(g -> g.stream().sorted().toList())
                .toList();
    }

    private void join() {
        for (int shift = 0; shift < Long.SIZE; shift += QUARTER) {
            Map<Integer, List<Integer>> quarters = new HashMap<>();
            for (int i = 0; i < gists.length; i++) {
                quarters.computeIfAbsent(
                                (int) (gists[i] >>> shift & 0xffff), _ -> new ArrayList<>())
                        .add(i);
            }
            quarters.values().stream().filter(q -> q.size() <= CROWD).forEach(this::compare);
        }
    }

    private void compare(List<Integer> some) {
        for (int i = 1; i < some.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Gist.near(gists[some.get(i)], gists[some.get(j)])) {
                    int one = top(some.get(i));
                    int other = top(some.get(j));
                    like[Math.max(one, other)] = Math.min(one, other);
                }
            }
        }
    }

    private int top(int text) {
        int top = text;
        while (like[top] != top) {
            like[top] = like[like[top]];
            top = like[top];
        }
        return top;
    }
}
