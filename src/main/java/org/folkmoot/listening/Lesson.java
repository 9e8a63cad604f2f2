package org.folkmoot.listening;

import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;

/// What corrected posts teach, as a file of lines: a word, a tab, the text.
enum Lesson {
    /// `pos`, `neu` or `neg`, as `./folkmoot language learn` reads it.
    TONE("judged.tsv", "left(c.mood, 3)", "c.mood"),
    /// `q` or `n`, as `./folkmoot language question --measure` reads it.
    QUESTIONS("questions.tsv", "case when c.asks then 'q' else 'n' end", "c.asks");

    private final String file;
    private final String word;
    private final String said;

    Lesson(String file, String word, String said) {
        this.file = file;
        this.word = word;
        this.said = said;
    }

    String file() {
        return file;
    }

    /// What stands before the text, in SQL on a correction `c`.
    String word() {
        return word;
    }

    /// What is null where nobody said it.
    String said() {
        return said;
    }

    /// @throws Refusal.Unusable for another
    static Lesson of(String key) {
        return Arrays.stream(values())
                .filter(lesson -> lesson.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "Corrected posts teach about their tone or about questions."));
    }
}
