package org.folkmoot.ties;

import java.util.List;
import java.util.Locale;
import org.folkmoot.web.Phrasebook;
import org.springframework.stereotype.Component;

/// What could be written to two people, in the language of their community; a colleague changes it
/// as she likes before anything is sent.
@Component
class Drafts {

    private final Phrasebook phrasebook;

    Drafts(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    String shared(Locale locale, String one, String other, List<Interests.Feature> topics) {
        return phrasebook
                .in(locale)
                .of("introduction.shared", one, other, String.join(", ", named(topics)));
    }

    String welcome(Locale locale, Acquaintance.Welcome welcome) {
        return phrasebook
                .in(locale)
                .of(
                        welcome.waiting() ? "introduction.waiting" : "introduction.welcome",
                        welcome.name(),
                        welcome.helperName(),
                        welcome.place());
    }

    /// "Both are in help and talk of helm and operators, and have not talked with each other yet."
    static String reason(List<Interests.Feature> topics) {
        var places = named(topics.stream().filter(t -> t.kind().equals("place")).toList());
        var rest = named(topics.stream().filter(t -> !t.kind().equals("place")).toList());
        var parts =
                List.of(
                                places.isEmpty() ? "" : "are in " + and(places),
                                rest.isEmpty() ? "" : "care about " + and(rest))
                        .stream()
                        .filter(p -> !p.isEmpty())
                        .toList();
        return "Both %s, and they have not talked with each other yet."
                .formatted(String.join(" and ", parts));
    }

    static String reason(Acquaintance.Welcome welcome) {
        return "%s is new and %s in %s. %s answered there %d times in the last 90 days, is willing to help, and was asked %s this month."
                .formatted(
                        welcome.name(),
                        welcome.waiting() ? "waits for an answer" : "wrote",
                        welcome.place(),
                        welcome.helperName(),
                        welcome.answers(),
                        switch (welcome.month()) {
                            case 0 -> "for nobody else";
                            case 1 -> "once";
                            default -> welcome.month() + " times";
                        });
    }

    private static List<String> named(List<Interests.Feature> topics) {
        return topics.stream()
                .map(t -> t.kind().equals("place") ? t.name().split(" ", 2)[1] : t.name())
                .distinct()
                .toList();
    }

    private static String and(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
