package org.folkmoot.orbit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Asked;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.members.Use;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can be asked for by where they stand, and how they moved.
@Configuration(proxyBeanMethods = false)
class OrbitCriteria {

    private static final List<Choice> LEVELS = levels();
    private static final List<Choice> RINGS =
            IntStream.rangeClosed(1, 4)
                    .mapToObj(i -> new Choice(Integer.toString(i), "Orbit " + i))
                    .toList();

    private static final List<Part> WHEN =
            List.of(
                    Part.detail("on", Shape.DATE),
                    Part.detail(
                            "by",
                            Shape.CHOICE,
                            () -> List.of(new Choice("today", "today's weights"))));

    private static List<Choice> levels() {
        var all = new ArrayList<Choice>();
        for (var level : Level.values()) {
            all.add(new Choice(level.key(), level.label()));
        }
        for (int step = 1; step <= Level.STEPS; step++) {
            all.add(new Choice(Level.stepKey(step), Level.step(step)));
        }
        return List.copyOf(all);
    }

    private static List<Part> parts(Part... operators) {
        var all = new ArrayList<>(List.of(operators));
        all.addAll(WHEN);
        return all;
    }

    @Bean
    Criterion levelCriterion(Orbits orbits) {
        return Criterion.of(
                "level",
                "Orbit level",
                parts(
                        Part.operator("is", Shape.CHOICE, () -> LEVELS),
                        Part.operator("at least", Shape.CHOICE, () -> LEVELS)),
                (use, _) ->
                        use.says("is")
                                ? "at the level %s%s".formatted(label(use.text("is")), when(use))
                                : "at the level %s or closer%s"
                                        .formatted(label(use.text("at least")), when(use)),
                (use, asked) -> {
                    var board = board(orbits, use);
                    var key = use.text(use.says("is") ? "is" : "at least");
                    int first = Level.stepOf(key).orElseThrow();
                    int last =
                            use.says("at least")
                                    ? Level.STEPS
                                    : key.contains("-") ? first : first + 2;
                    return ids(board, i -> board.step(i) >= first && board.step(i) <= last, asked);
                });
    }

    private static String label(String key) {
        return LEVELS.stream()
                .filter(c -> c.value().equals(key))
                .map(Choice::label)
                .findAny()
                .orElse(key);
    }

    @Bean
    Criterion orbitCriterion(Orbits orbits) {
        return Criterion.of(
                "orbit",
                "Orbit by love (2021)",
                parts(
                        Part.operator("is", Shape.CHOICE, () -> RINGS),
                        Part.operator("within", Shape.CHOICE, () -> RINGS)),
                (use, _) ->
                        use.says("is")
                                ? "in orbit %s%s".formatted(use.text("is"), when(use))
                                : "in orbit %s or closer%s"
                                        .formatted(use.text("within"), when(use)),
                (use, asked) -> {
                    var board = board(orbits, use);
                    int outermost = use.number(use.says("is") ? "is" : "within");
                    int innermost = use.says("is") ? outermost : 1;
                    return ids(
                            board,
                            i -> {
                                int orbit = Decay.orbit(board.love(i));
                                return orbit >= innermost && orbit <= outermost;
                            },
                            asked);
                });
    }

    @Bean
    Criterion loveCriterion(Orbits orbits) {
        return Criterion.of(
                "love",
                "Love",
                parts(Part.operator("at least", Shape.NUMBER)),
                (use, _) -> "with love of %s or more%s".formatted(use.text("at least"), when(use)),
                (use, asked) -> {
                    var board = board(orbits, use);
                    int least = use.number("at least");
                    return ids(board, i -> board.love(i) >= least, asked);
                });
    }

    static String when(Use use) {
        return (use.says("on") ? " on " + use.text("on") : "")
                + (use.says("by") ? " by today's weights" : "");
    }

    private static Board board(Orbits orbits, Use use) {
        return orbits.board(day(orbits, use), use.says("by"));
    }

    static LocalDate day(Orbits orbits, Use use) {
        return use.says("on") ? use.date("on") : orbits.today();
    }

    /// Whoever is at these places of a board.
    static String ids(Board board, IntPredicate wanted, Asked asked) {
        var ids =
                IntStream.range(0, board.persons().size())
                        .filter(wanted)
                        .mapToLong(board.persons()::id)
                        .boxed()
                        .toArray(Long[]::new);
        return "select unnest(%s::bigint[])".formatted(asked.bind(ids));
    }

    /// @throws Refusal.Unusable before there were days
    static LocalDate before(LocalDate day, int days) {
        var before = day.minusDays(days);
        if (before.getYear() < 1970) {
            throw new Refusal.Unusable("Choose fewer days than %d.".formatted(days));
        }
        return before;
    }
}
