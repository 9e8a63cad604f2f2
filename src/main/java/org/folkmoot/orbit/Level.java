package org.folkmoot.orbit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The four levels of the Orbit model of 2022, outermost first, and their three steps each: a step
/// is 1 (Exploring III) to 12 (Leading I), 0 is none.
enum Level {
    EXPLORING(1),
    PARTICIPATING(4),
    CONTRIBUTING(7),
    LEADING(10);

    static final int STEPS = 12;

    private static final List<String> ROMAN = List.of("III", "II", "I");

    private final int weight;

    Level(int weight) {
        this.weight = weight;
    }

    /// What its members count in gravity: `weight² × members`.
    int commitment() {
        return weight * weight;
    }

    /// 1 to 4, the innermost last.
    int rank() {
        return ordinal() + 1;
    }

    /// "Leading".
    String label() {
        return name().charAt(0) + key().substring(1);
    }

    /// `leading`.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its first step: 10 for leading.
    int first() {
        return ordinal() * 3 + 1;
    }

    /// @param step 1 to 12
    static Level of(int step) {
        return values()[(step - 1) / 3];
    }

    /// 0 to 4.
    static int rank(int step) {
        return (step + 2) / 3;
    }

    /// "Leading II"; "no level" for 0.
    static String step(int step) {
        return step == 0 ? "no level" : of(step).label() + " " + ROMAN.get((step - 1) % 3);
    }

    /// `leading-2`.
    static String stepKey(int step) {
        return of(step).key() + "-" + (3 - (step - 1) % 3);
    }

    /// The first step that a key means: `leading` and `leading-3` are 10.
    static Optional<Integer> stepOf(String key) {
        var level = Arrays.stream(values()).filter(l -> l.key().equals(key)).findAny();
        if (level.isPresent()) {
            return Optional.of(level.get().first());
        }
        for (int step = 1; step <= STEPS; step++) {
            if (stepKey(step).equals(key)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
