package org.folkmoot.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what people say among each other far more often than others do: their jargon and in-jokes.
/// Words are held against general English; of posts in other languages only what is a sign by its
/// look (HPC, k8s, #introductions), for nothing tells their words from ordinary ones.
public final class Jargon {

    /// Said by fewer, it is the habit of single persons.
    public static final int PEOPLE = 3;

    private static final int POSTS = 4;

    /// So many times as often as in general.
    private static final double FAR = 16;

    /// Of a rare word's uses, a pair with it has about so many.
    private static final double PAIRED = .02;

    /// A pair is one term when so many of a word's posts have it.
    private static final double TOGETHER = .3;

    /// With any word between them, so many.
    private static final double APART = .6;

    private static final double ALIKE = .5;

    private final GeneralWords general = GeneralWords.load();
    private final List<Post> posts;
    private final Set<String> names;
    private final Map<String, Tally> words = new HashMap<>();
    private final Map<String, Tally> pairs = new HashMap<>();
    private long all;

    private Jargon(List<Post> posts, Set<String> names) {
        this.posts = posts;
        this.names = names;
    }

    /// @param english whether it is in English
    public record Post(long id, long by, boolean english, String text) {}

    /// @param words as it is mostly written
    /// @param posts that say it
    /// @param people who do
    /// @param typical the post that `use` is out of
    /// @param use a line in which it stands
    public record Term(String words, int posts, int people, long typical, String use) {}

    private record Scored(String key, Tally tally, double score) {

        /// Whether one is in the other and both are said in about the same posts: a phrase and its
        /// words are one thing.
        boolean same(Scored other) {
            int few = Math.min(tally.posts(), other.tally.posts());
            int many = Math.max(tally.posts(), other.tally.posts());
            return few >= ALIKE * many && (within(key, other.key) || within(other.key, key));
        }

        private static boolean within(String part, String whole) {
            return (" " + whole + " ").contains(" " + part + " ");
        }
    }

    /// The most telling first.
    ///
    /// @param names of people, in small letters: what one is called is no term
    public static List<Term> of(List<Post> posts, Set<String> names, int most) {
        return new Jargon(posts, names).found(most);
    }

    private List<Term> found(int most) {
        posts.forEach(this::countWords);
        words.values().removeIf(tally -> !tally.several());
        posts.forEach(this::countPairs);
        pairs.values().removeIf(tally -> !tally.several());
        var found = new ArrayList<Scored>();
        pairs.forEach((key, tally) -> consider(key, tally, pair(key, tally), found));
        words.forEach((key, tally) -> consider(key, tally, general.share(key), found));
        found.sort(
                Comparator.comparingDouble((Scored one) -> -one.score())
                        .thenComparing(Scored::key));
        var told = new ArrayList<Scored>();
        for (var one : found) {
            if (told.size() < most && told.stream().noneMatch(one::same)) {
                told.add(one);
            }
        }
        return told.stream().map(one -> one.tally().term()).toList();
    }

    private void consider(String key, Tally tally, @Nullable Double usual, List<Scored> found) {
        if (usual == null) {
            return;
        }
        double times = tally.posts() / (double) all / usual;
        if (times >= FAR) {
            double far = Math.log(times);
            found.add(new Scored(key, tally, far * far * Math.log1p(tally.people())));
        }
    }

    /// How often two words stand together in general; null when they do here only by chance.
    private @Nullable Double pair(String key, Tally tally) {
        var parts = key.split(" ", -1);
        var one = words.get(parts[0]);
        var other = words.get(parts[parts.length - 1]);
        if (one == null
                || other == null
                || tally.posts()
                        < (parts.length == 2 ? TOGETHER : APART)
                                * Math.min(one.posts(), other.posts())) {
            return null;
        }
        return Math.min(general.share(parts[0]), general.share(parts[parts.length - 1])) * PAIRED;
    }

    private void countWords(Post post) {
        for (var word : Token.of(post.text())) {
            all++;
            if (tells(word, post)) {
                words.computeIfAbsent(word.key(), _ -> new Tally()).add(post, word.written());
            }
        }
    }

    /// Two words, or three of which the middle one may be any.
    private void countPairs(Post post) {
        var tokens = Token.of(post.text());
        for (int i = 0; i < tokens.size(); i++) {
            for (int j = i + 1;
                    j < Math.min(tokens.size(), i + 3) && tokens.get(j).follows();
                    j++) {
                var first = tokens.get(i);
                var last = tokens.get(j);
                if (tells(first, post)
                        && tells(last, post)
                        && words.containsKey(first.key())
                        && words.containsKey(last.key())) {
                    var parts = tokens.subList(i, j + 1);
                    pairs.computeIfAbsent(Token.keys(parts), _ -> new Tally())
                            .add(post, Token.written(parts));
                }
            }
        }
    }

    private boolean tells(Token word, Post post) {
        return !names.contains(word.key())
                && (word.sign() || (post.english() && word.key().length() > 2 && !word.common()));
    }

    /// What is known of a term so far.
    private static final class Tally {
        private final Set<Long> people = new java.util.HashSet<>();
        private final Map<String, Integer> writings = new HashMap<>();
        private int posts;
        private @Nullable Post last;
        private @Nullable Post typical;

        void add(Post post, String written) {
            writings.merge(written, 1, Integer::sum);
            if (last != null && post.id() == last.id()) {
                return;
            }
            last = post;
            posts++;
            people.add(post.by());
            if (typical == null || Use.fit(post.text()) < Use.fit(typical.text())) {
                typical = post;
            }
        }

        int posts() {
            return posts;
        }

        int people() {
            return people.size();
        }

        boolean several() {
            return posts >= POSTS && people.size() >= PEOPLE;
        }

        Term term() {
            var written =
                    writings.entrySet().stream()
                            .max(
                                    Map.Entry.<String, Integer>comparingByValue()
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .orElseThrow()
                            .getKey();
            var from = java.util.Objects.requireNonNull(typical);
            return new Term(written, posts, people.size(), from.id(), Use.of(from.text(), written));
        }
    }
}
