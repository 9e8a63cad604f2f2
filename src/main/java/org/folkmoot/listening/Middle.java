package org.folkmoot.listening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.folkmoot.language.Direction;
import org.folkmoot.language.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Where the posts of a theme lie together.
///
/// @param known the theme that it was before; null when it is new
record Middle(Direction direction, Grouping.@Nullable Before known) {

    /// From this on a group is a theme that was known before: by its words, or by its posts.
    private static final double KNOWN = .5;

    /// The groups' middles, each with the theme it was before; and the themes that stay though no
    /// group is like them. Those most alike find each other first.
    static List<Middle> of(
            List<List<Integer>> groups,
            List<Grouping.Post> posts,
            List<Direction> directions,
            List<Grouping.Before> before,
            Vocabulary words) {
        record Match(int group, int known, double score) {}
        var middles =
                groups.stream()
                        .map(g -> Direction.middle(g.stream().map(directions::get).toList()))
                        .toList();
        var matches = new ArrayList<Match>();
        for (int k = 0; k < before.size(); k++) {
            var was = words.of(before.get(k).centre());
            for (int g = 0; g < groups.size(); g++) {
                var theirs = before.get(k).posts();
                long same =
                        groups.get(g).stream()
                                .filter(i -> theirs.contains(posts.get(i).id()))
                                .count();
                double score =
                        Math.max(middles.get(g).cosine(was), (double) same / groups.get(g).size());
                if (score >= KNOWN) {
                    matches.add(new Match(g, k, score));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed());
        var of = new HashMap<Integer, Integer>();
        for (var match : matches) {
            if (!of.containsKey(match.group()) && !of.containsValue(match.known())) {
                of.put(match.group(), match.known());
            }
        }
        var centres = new ArrayList<Middle>();
        for (int g = 0; g < groups.size(); g++) {
            var k = of.get(g);
            centres.add(new Middle(middles.get(g), k == null ? null : before.get(k)));
        }
        for (int k = 0; k < before.size(); k++) {
            var was = before.get(k);
            if (was.stays() && !of.containsValue(k)) {
                centres.add(new Middle(words.of(was.centre()), was));
            }
        }
        return centres;
    }
}
