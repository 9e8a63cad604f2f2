package org.folkmoot.listening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.folkmoot.language.AverageLink;
import org.folkmoot.language.Direction;
import org.folkmoot.language.Vocabulary;
import org.folkmoot.language.Wordings;
import org.jspecify.annotations.Nullable;

/// Finds what posts have in common. Pure: the same posts and the same themes known before give the
/// same. Groups of up to 2,500 posts by average link, then puts all posts to the nearest group.
final class Grouping {

    static final int SAMPLE = 2_500;

    /// Mean cosine within a group.
    private static final double TOGETHER = .12;

    private static final int FEWEST = 5;
    private static final int CENTRE = 60;
    private static final int LABEL_FROM = 300;

    private Grouping() {}

    /// @param now whether it is of the window, not of the one before
    record Post(long id, long member, boolean now, String text) {}

    /// A theme that was known before.
    ///
    /// @param stays whether people made it theirs, so that it stays whatever is found
    record Before(
            long id, String label, boolean stays, Map<String, Double> centre, Set<Long> posts) {}

    /// A theme as it is now.
    ///
    /// @param id null when it is new
    /// @param posts with how near each is to its middle
    record Theme(
            @Nullable Long id, String label, Map<String, Double> centre, Map<Long, Double> posts) {}

    /// @param people of fewer there is no theme
    /// @param done hears how much of a hundred is done
    static List<Theme> of(List<Post> posts, List<Before> before, int people, IntConsumer done) {
        var words = Vocabulary.of(posts.stream().map(Post::text).toList());
        var directions = new ArrayList<Direction>();
        for (var post : posts) {
            directions.add(words.of(post.text()));
        }
        done.accept(20);
        var sample = sample(posts, directions);
        var groups =
                AverageLink.groups(sample.stream().map(directions::get).toList(), TOGETHER).stream()
                        .filter(group -> group.size() >= least(sample.size(), posts))
                        .map(group -> group.stream().map(sample::get).toList())
                        .toList();
        done.accept(70);
        var centres = Middle.of(groups, posts, directions, before, words);
        var near = Near.of(directions, centres);
        done.accept(90);
        return themes(posts, near, centres, words, people);
    }

    private static int least(int sampled, List<Post> posts) {
        long now = posts.stream().filter(Post::now).count();
        return now > 4L * sampled ? 2 : now > sampled ? 3 : FEWEST - 1;
    }

    /// The numbers of the posts that are grouped, always the same of the same posts.
    private static List<Integer> sample(List<Post> posts, List<Direction> directions) {
        var now = new ArrayList<Integer>();
        for (int i = 0; i < posts.size(); i++) {
            if (posts.get(i).now() && !directions.get(i).nowhere()) {
                now.add(i);
            }
        }
        now.sort(Comparator.comparingLong(i -> posts.get(i).id()));
        if (now.size() > SAMPLE) {
            Collections.shuffle(now, new Random(7));
        }
        return now.stream().limit(SAMPLE).toList();
    }

    private static List<Theme> themes(
            List<Post> posts,
            List<@Nullable Near> near,
            List<Middle> centres,
            Vocabulary words,
            int people) {
        var members = new ArrayList<List<Integer>>();
        centres.forEach(_ -> members.add(new ArrayList<>()));
        for (int i = 0; i < posts.size(); i++) {
            var centre = near.get(i);
            if (centre != null) {
                members.get(centre.middle()).add(i);
            }
        }
        var kept = new ArrayList<Integer>();
        for (int c = 0; c < centres.size(); c++) {
            var now = members.get(c).stream().map(posts::get).filter(Post::now).toList();
            var who = new HashSet<Long>();
            now.forEach(post -> who.add(post.member()));
            var known = centres.get(c).known();
            if ((known != null && known.stays())
                    || (now.size() >= FEWEST && who.size() >= people)) {
                kept.add(c);
            }
        }
        var labels =
                Wordings.of(
                        kept.stream().map(c -> labelled(members.get(c), posts, near)).toList(), 3);
        var themes = new ArrayList<Theme>();
        for (int k = 0; k < kept.size(); k++) {
            var centre = centres.get(kept.get(k));
            var known = centre.known();
            var of = new HashMap<Long, Double>();
            for (int i : members.get(kept.get(k))) {
                var cosine = near.get(i);
                of.put(posts.get(i).id(), cosine == null ? 0 : cosine.cosine());
            }
            var label = String.join(", ", labels.get(k));
            themes.add(
                    new Theme(
                            known == null ? null : known.id(),
                            label.isEmpty() ? known == null ? "Various" : known.label() : label,
                            centre.direction().nowhere() && known != null
                                    ? known.centre()
                                    : words.terms(centre.direction(), CENTRE),
                            of));
        }
        return themes;
    }

    /// The texts of those nearest to the middle.
    private static List<String> labelled(
            List<Integer> members, List<Post> posts, List<@Nullable Near> near) {
        return members.stream()
                .sorted(
                        Comparator.comparingDouble(
                                i -> {
                                    var cosine = near.get(i);
                                    return cosine == null ? 0 : -cosine.cosine();
                                }))
                .limit(LABEL_FROM)
                .map(i -> posts.get(i).text())
                .toList();
    }
}
