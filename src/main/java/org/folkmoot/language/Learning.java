package org.folkmoot.language;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Learns to tell how posts sound, from posts that people have judged: a multi-class support vector
/// machine (Crammer, Singer 2001) over [Features].
///
/// The same posts in the same order give the same model.
public final class Learning {

    /// @param weight how much it counts, 1 for one among many; whole numbers
    public record Judged(String text, Mood mood, int weight) {}

    /// @param right of the posts held back, the share judged right
    /// @param macroF1 the mean over moods of the harmonic mean of precision and recall, likewise
    /// @param posts how many were learnt from
    public record Report(int posts, double right, double macroF1) {}

    private static final int FOLDS = 5;
    private static final double COST = .7;
    private static final long SEED = 7;

    private record Example(Features features, Mood mood) {}

    private Learning() {}

    /// Learns from these and writes the model.
    ///
    /// @param posts at least ten of each mood
    /// @return how well it does on posts held back, five times a fifth
    /// @throws IllegalArgumentException when there are too few
    public static Report learn(List<Judged> posts, OutputStream to) throws IOException {
        for (var mood : Mood.values()) {
            if (posts.stream().filter(p -> p.mood() == mood).limit(10).count() < 10) {
                throw new IllegalArgumentException(
                        "Learning takes at least ten %s posts.".formatted(mood.key()));
            }
        }
        var examples = new ArrayList<Example>();
        for (var post : posts) {
            var example = new Example(Features.of(post.text()), post.mood());
            for (int i = 0; i < post.weight(); i++) {
                examples.add(example);
            }
        }
        var trial = new Trial(examples);
        LinearModel.of(weights(examples), trial.sharpness()).write(to);
        return new Report(posts.size(), trial.right(), trial.macroF1());
    }

    /// Judges every example by what the others teach.
    private static final class Trial {

        private final List<double[]> margins = new ArrayList<>();
        private final List<Mood> truth = new ArrayList<>();

        Trial(List<Example> examples) {
            // copies of one post have one set of features, and must be held back together
            var groups = new ArrayList<>(new java.util.LinkedHashSet<>(examples));
            java.util.Collections.shuffle(groups, new Random(SEED));
            for (int fold = 0; fold < FOLDS; fold++) {
                var held = new java.util.HashSet<Example>();
                for (int i = fold; i < groups.size(); i += FOLDS) {
                    held.add(groups.get(i));
                }
                var model =
                        LinearModel.of(
                                weights(examples.stream().filter(e -> !held.contains(e)).toList()),
                                1);
                for (var example : held) {
                    margins.add(model.margins(example.features()));
                    truth.add(example.mood());
                }
            }
        }

        /// The one under which what was seen is likeliest.
        double sharpness() {
            double best = 1;
            for (double s = .5; s < 12; s *= 1.05) {
                best = surprise(s) < surprise(best) ? s : best;
            }
            return best;
        }

        private double surprise(double sharpness) {
            double sum = 0;
            for (int i = 0; i < margins.size(); i++) {
                double all = 0;
                for (var margin : margins.get(i)) {
                    all += Math.exp(sharpness * margin);
                }
                sum += Math.log(all) - sharpness * margins.get(i)[truth.get(i).ordinal()];
            }
            return sum;
        }

        double right() {
            double right = 0;
            for (int i = 0; i < truth.size(); i++) {
                right += judged(i) == truth.get(i).ordinal() ? 1 : 0;
            }
            return right / truth.size();
        }

        double macroF1() {
            double sum = 0;
            for (var mood : Mood.values()) {
                double hit = 0;
                double told = 0;
                double is = 0;
                for (int i = 0; i < truth.size(); i++) {
                    told += judged(i) == mood.ordinal() ? 1 : 0;
                    is += truth.get(i) == mood ? 1 : 0;
                    hit += judged(i) == mood.ordinal() && truth.get(i) == mood ? 1 : 0;
                }
                sum += hit == 0 ? 0 : 2 * hit / (told + is);
            }
            return sum / Mood.values().length;
        }

        private int judged(int i) {
            var of = margins.get(i);
            int best = 0;
            for (int m = 1; m < of.length; m++) {
                best = of[m] > of[best] ? m : best;
            }
            return best;
        }
    }

    private static double[] weights(List<Example> examples) {
        var problem = new Problem();
        problem.l = examples.size();
        problem.n = Features.PLACES + 1;
        problem.bias = -1;
        problem.x = examples.stream().map(e -> nodes(e.features())).toArray(Feature[][]::new);
        problem.y = examples.stream().mapToDouble(e -> e.mood().ordinal()).toArray();
        var parameter = new Parameter(SolverType.MCSVM_CS, COST, .01);
        parameter.setRandom(new Random(SEED));
        Linear.disableDebugOutput();
        var model = Linear.train(problem, parameter);
        var moods = model.getLabels();
        var told = model.getFeatureWeights();
        var weights = new double[told.length];
        for (int i = 0; i < told.length; i++) {
            weights[i / moods.length * moods.length + moods[i % moods.length]] = told[i];
        }
        return weights;
    }

    /// The last place is 1 in every text.
    private static Feature[] nodes(Features text) {
        var nodes = new Feature[text.places.length + 1];
        for (int i = 0; i < text.places.length; i++) {
            nodes[i] = new FeatureNode(text.places[i], text.values[i]);
        }
        nodes[text.places.length] = new FeatureNode(Features.PLACES + 1, 1);
        return nodes;
    }
}
