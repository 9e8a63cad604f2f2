package org.folkmoot.language;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Of many texts those that mean nearly what a text means: "answered before". Fine up to some
/// 50,000 texts; holds 1.5 kB of each.
public final class Alike {

    /// From this cosine on, a text is worth showing beside the other.
    public static final double WORTH_A_LOOK = .86;

    /// From this on, they may be said to ask the same.
    public static final double THE_SAME = .93;

    /// @param index of the text among those it was looked for
    /// @param score the cosine, at most 1; without an embedder a BM25 score of no fixed height
    /// @param same whether it may be said to be the same; never without an embedder
    public record Hit(int index, double score, boolean same) {}

    private final List<String> texts;
    private final @Nullable Embedder embedder;
    private final float[][] vectors;
    private final @Nullable Bm25 words;

    /// @param embedder null to go by words alone
    public Alike(List<String> texts, @Nullable Embedder embedder) {
        this.texts = texts;
        this.embedder = embedder;
        this.vectors =
                embedder == null
                        ? new float[0][]
                        : texts.stream().map(embedder::of).toArray(float[][]::new);
        this.words = embedder == null ? new Bm25(texts) : null;
    }

    /// The nearest texts, nearest first.
    ///
    /// @param most how many
    public List<Hit> to(String text, int most) {
        var scores = words != null ? words.scores(text) : cosines(text);
        return nearest(scores, most, -1);
    }

    /// The nearest of the others to the text with that index.
    public List<Hit> toOneOfThem(int index, int most) {
        var scores = words != null ? words.scores(texts.get(index)) : cosines(vectors[index]);
        return nearest(scores, most, index);
    }

    private List<Hit> nearest(double[] scores, int most, int except) {
        return IntStream.range(0, scores.length)
                .filter(i -> i != except && scores[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .limit(most)
                .map(i -> new Hit(i, scores[i], words == null && scores[i] >= THE_SAME))
                .toList();
    }

    private double[] cosines(String text) {
        return embedder == null ? new double[0] : cosines(embedder.of(text));
    }

    private double[] cosines(float[] vector) {
        var cosines = new double[vectors.length];
        for (int i = 0; i < cosines.length; i++) {
            float sum = 0;
            for (int d = 0; d < vector.length; d++) {
                sum += vector[d] * vectors[i][d];
            }
            cosines[i] = sum;
        }
        return cosines;
    }
}
