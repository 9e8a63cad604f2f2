package org.folkmoot.listening;

import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;

/// Of which posts themes are looked for.
enum Shelf {
    QUESTIONS("Questions", "What people ask for", "j.asks", 3),
    COMPLAINTS(
            "Complaints",
            "What people complain of",
            "j.mood = 'negative' and j.certainty >= 600",
            5),
    ALL("Everything", "What people talk about", "true", 3);

    private final String label;
    private final String words;
    private final String condition;
    private final int people;

    Shelf(String label, String words, String condition, int people) {
        this.label = label;
        this.words = words;
        this.condition = condition;
        this.people = people;
    }

    String label() {
        return label;
    }

    String words() {
        return words;
    }

    /// On a row `j` of listening.report_judged. What is hardly more than a guess is no complaint.
    String condition() {
        return condition;
    }

    /// A theme of fewer people is none: it would show how single persons sound.
    int people() {
        return people;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws Refusal.Unusable for another
    static Shelf of(String key) {
        return Arrays.stream(values())
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "Themes are of questions, complaints or all posts."));
    }
}
