package org.folkmoot.orbit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.folkmoot.activity.Kind;

/// Why somebody stands where they stand, and what the next step needs.
///
/// @param contacts whom they met
record Why(LocalDate asOf, Life life, Weights weights, List<Contact> contacts) {

    private static final int MONTHS = 12;

    /// So many kinds are named as an example.
    private static final int EXAMPLES = 3;

    Reached reached() {
        return life.reached(asOf, weights);
    }

    int step() {
        return reached().step();
    }

    double love() {
        return life.love(asOf, weights);
    }

    int orbit() {
        return Decay.orbit(love());
    }

    double reach() {
        return Contact.reach(contacts, asOf);
    }

    /// How many they spoke with, or else only met.
    long met(boolean spoke) {
        return contacts.stream().filter(c -> c.spoke() == spoke).count();
    }

    /// The ways that lead as far as they are, by themselves.
    List<Reached.Way> deciding() {
        return reached().ways().stream().filter(w -> w.step() == step()).toList();
    }

    /// The weightiest kinds that they did.
    List<Life.Heavy> heaviest() {
        return life.heaviest(asOf, weights, EXAMPLES);
    }

    /// The weeks, months or quarters that count.
    List<Life.Span> spans(Life.Piece piece) {
        return life.spans(piece, asOf, weights);
    }

    /// What the next step needs, any one of these, with examples and how far they are.
    List<String> next() {
        int next = step() + 1;
        var ways = new ArrayList<>(reached().next());
        if (ways.isEmpty()) {
            return List.of();
        }
        var examples = examples(next);
        ways.set(
                0,
                examples.isEmpty()
                        ? ways.getFirst() + ", which no kind has by now"
                        : ways.getFirst() + ", such as " + String.join(", ", examples));
        if (ways.size() > 1) {
            var piece = Life.Piece.values()[Level.of(next).ordinal() - 1];
            int running = life.running(piece, asOf, weights);
            if (running > 0 && running < piece.enough()) {
                ways.set(
                        1,
                        "%s; %d so far in this %s"
                                .formatted(
                                        ways.get(1),
                                        running,
                                        piece.name().toLowerCase(Locale.ROOT)));
            }
        }
        return ways;
    }

    /// Kinds of at least that weight, the lightest first.
    private List<String> examples(int weight) {
        return Arrays.stream(Kind.values())
                .filter(k -> weights.of(k.ordinal()) >= weight)
                .sorted(Comparator.comparingInt((Kind k) -> weights.of(k.ordinal())))
                .limit(EXAMPLES)
                .map(k -> k.label().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// One day of the year behind.
    record Then(LocalDate day, int step, double love) {}

    /// Where they stood month by month, by the weights of the day asked for.
    List<Then> over() {
        return IntStream.rangeClosed(0, MONTHS)
                .mapToObj(i -> asOf.minusMonths(MONTHS - (long) i))
                .map(
                        day ->
                                new Then(
                                        day,
                                        life.reached(day, weights).step(),
                                        life.love(day, weights)))
                .toList();
    }
}
