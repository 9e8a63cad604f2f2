package org.folkmoot.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What the team's answers teach about evidence: how much more or less often than was thought two
/// people turned out to be one where it was seen. A weight is `log2(m / u)`, and u is counted, so
/// this is a correction of m. The prior weighs as much as 20 answers that were just as foretold.
///
/// @param by kind of evidence
record Lessons(Map<String, Lesson> by) {

    static final Lessons NONE = new Lessons(Map.of());

    /// Among the reasons of a pair.
    static final String KEY = "learnt";

    private static final double BEHIND = 20;

    /// Answers may make a pair less likely by so many bits, and likelier by so many.
    private static final double DOWN = -3;

    private static final double UP = 1;

    /// What stands by itself, as an address does, is not corrected.
    private static final Set<String> TAUGHT =
            Set.of("same_handle", "handle_spells_name", "same_site");

    Lessons {
        by = Map.copyOf(by);
    }

    /// @param bits to be added where it is seen
    /// @param yes how many of the answers said that they are one
    record Lesson(double bits, int yes, int of) {}

    /// An answer that somebody gave.
    ///
    /// @param score before any lesson
    record Answer(double score, Set<String> keys, boolean yes) {

        private double foretold() {
            return 1 / (1 + Math.pow(2, -score));
        }
    }

    static boolean taught(String key) {
        return TAUGHT.contains(key) || key.startsWith("name_");
    }

    static Lessons of(List<Answer> answers) {
        var by = new HashMap<String, Lesson>();
        answers.stream()
                .flatMap(a -> a.keys().stream())
                .filter(Lessons::taught)
                .distinct()
                .forEach(
                        key ->
                                by.put(
                                        key,
                                        lesson(
                                                answers.stream()
                                                        .filter(a -> a.keys().contains(key))
                                                        .toList())));
        return new Lessons(by);
    }

    private static Lesson lesson(List<Answer> answers) {
        var many = answers.size();
        var yes = (int) answers.stream().filter(Answer::yes).count();
        var foretold =
                Math.clamp(
                        answers.stream().mapToDouble(Answer::foretold).average().orElseThrow(),
                        0.02,
                        0.98);
        var seen = (yes + BEHIND * foretold) / (many + BEHIND);
        return new Lesson(Math.clamp(odds(seen) - odds(foretold), DOWN, UP), yes, many);
    }

    private static double odds(double share) {
        return Weighing.log2(share / (1 - share));
    }

    /// What was learnt of a pair with such evidence. It never makes a pair certain that would not
    /// be without it: nobody's answers about others prove anything of these two.
    Optional<Evidence> of(double score, List<Evidence> evidence) {
        var known = evidence.stream().map(e -> by.get(e.key())).filter(Objects::nonNull).toList();
        var bits = Math.clamp(known.stream().mapToDouble(Lesson::bits).sum(), DOWN, UP);
        if (bits > 0) {
            bits = Math.min(bits, Math.max(0, Band.CERTAIN_FROM - SHORT - score));
        }
        if (Math.abs(bits) < SHORT) {
            return Optional.empty();
        }
        var most =
                known.stream()
                        .max(java.util.Comparator.comparingDouble(l -> Math.abs(l.bits())))
                        .orElseThrow();
        return Optional.of(
                new Evidence(
                        KEY,
                        bits,
                        "Of %d pairs that agreed like this your team said of %d that they are one"
                                .formatted(most.of(), most.yes())));
    }

    /// Nobody would see the difference.
    private static final double SHORT = 0.05;
}
