package org.folkmoot.metrics;

/// Who is in none of a report's numbers, so that its cards can say it.
///
/// @param team teammates, 0 when they are counted
/// @param others bots and accounts of nobody
public record LeftOut(int team, int others) {

    static LeftOut of(Scope scope) {
        int team = 0;
        int others = 0;
        var people = scope.people();
        for (int person = 0; person < people.size(); person++) {
            if (people.gone(person)) {
                continue;
            }
            if (!people.counted(person, true)) {
                others++;
            } else if (!people.counted(person, scope.staff())) {
                team++;
            }
        }
        return new LeftOut(team, others);
    }

    /// "without 6 of the team and 2 bots"; empty when nobody is left out.
    String words(Figures figures) {
        var bots = figures.count(others, "bot", "bots");
        return team > 0 && others > 0
                ? "without %s of the team and %s".formatted(figures.count(team), bots)
                : team > 0
                        ? "without %s of the team".formatted(figures.count(team))
                        : others > 0 ? "without " + bots : "";
    }
}
