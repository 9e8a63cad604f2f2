package org.folkmoot.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the page shows beside the picture, with the list behind each number: the same rows are
/// written as CSV.
record Table(Look look, Locale locale) {

    /// @param href the list behind it, below the community; null when nobody is in it
    record Count(int people, @Nullable String href) {}

    /// @param change members against the day before
    record Row(String label, Count now, double share, int change, List<Count> steps) {}

    /// Where those of one rank went.
    ///
    /// @param before how many they were
    record Flow(String label, Count before, Count up, Count held, Count down, Count went) {}

    private Count count(int people, String condition) {
        return new Count(people, people == 0 ? null : look.asked().people(condition));
    }

    /// The innermost rank first.
    List<Row> levels() {
        var asked = look.asked();
        var profile = asked.profile();
        int placed = look.now().placed(profile);
        var rows = new ArrayList<Row>();
        for (int rank = 4; rank >= 1; rank--) {
            int now = look.now().rank(profile, rank);
            rows.add(
                    new Row(
                            profile.rank(rank),
                            count(now, asked.on(profile.condition(rank), asked.asOf())),
                            placed == 0 ? 0 : (double) now / placed,
                            now - look.before().rank(profile, rank),
                            profile == Profile.MILESTONES ? steps(rank) : List.of()));
        }
        return rows;
    }

    /// III, II and I of a level.
    private List<Count> steps(int rank) {
        var asked = look.asked();
        var counts = new ArrayList<Count>();
        for (int step = rank * 3 - 2; step <= rank * 3; step++) {
            counts.add(
                    count(
                            look.now().steps()[step],
                            asked.on("level is " + Level.stepKey(step), asked.asOf())));
        }
        return counts;
    }

    /// The innermost rank first.
    List<Flow> flows() {
        var profile = look.asked().profile();
        var rows = new ArrayList<Flow>();
        for (int rank = 4; rank >= 1; rank--) {
            var was = look.asked().on(profile.condition(rank), look.asked().before());
            rows.add(
                    new Flow(
                            profile.rank(rank),
                            count(look.moves().before(rank), was),
                            count(
                                    look.moves().count(Moves.Way.UP, rank),
                                    was + " and " + moved("up in")),
                            count(
                                    look.moves().count(Moves.Way.HELD, rank),
                                    was + " and " + moved("nowhere in")),
                            count(
                                    look.moves().count(Moves.Way.DOWN, rank),
                                    was + " and " + moved("down in")),
                            count(
                                    look.moves().count(Moves.Way.WENT, rank),
                                    was + " and " + none())));
        }
        return rows;
    }

    Count all(Moves.Way way) {
        var asked = look.asked();
        var any = asked.profile().any();
        return count(
                look.moves().count(way),
                switch (way) {
                    case UP -> moved("up in");
                    case DOWN -> moved("down in");
                    case HELD -> moved("nowhere in");
                    case CAME ->
                            asked.on(any, asked.asOf())
                                    + " and not "
                                    + asked.on(any, asked.before());
                    case WENT -> asked.on(any, asked.before()) + " and " + none();
                });
    }

    private String none() {
        var asked = look.asked();
        return "not " + asked.on(asked.profile().any(), asked.asOf());
    }

    private String moved(String way) {
        var asked = look.asked();
        var condition = "moved %s %d days".formatted(way, asked.window());
        return condition
                + (asked.now() ? "" : " on " + asked.asOf())
                + (asked.todays() ? " by today" : "")
                + (asked.profile() == Profile.DECAY ? " of decay" : "");
    }

    /// "Leading 3, Contributing 5, Participating 9, Exploring 15 members".
    String inWords() {
        return levels().stream()
                        .map(r -> r.label() + " " + count(r.now().people()))
                        .collect(java.util.stream.Collectors.joining(", "))
                + " members";
    }

    String count(int people) {
        return Words.count(people, locale);
    }

    String percent(double share) {
        return Words.number(share * 100, locale) + "\u00a0%";
    }

    /// "+3", "−2", "0".
    String change(int change) {
        return (change > 0 ? "+" : "") + Words.count(change, locale);
    }
}
