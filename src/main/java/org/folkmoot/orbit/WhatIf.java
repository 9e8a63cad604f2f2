package org.folkmoot.orbit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.folkmoot.members.MemberNames;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who would stand elsewhere today if kinds weighed something else.
///
/// @param levels how many would be at another level, `steps` at another step of any level
/// @param orbits how many would be in another orbit by love
/// @param examples those who would move furthest, the team left out
record WhatIf(
        Change levels,
        Change steps,
        Change orbits,
        Standing now,
        Standing then,
        List<Example> examples) {

    private static final int EXAMPLES = 12;

    record Change(int up, int down) {}

    /// @param from and to are steps
    record Example(long member, String name, int from, int to) {}

    private record Moved(int person, int from, int to) {}

    /// Works it out.
    @Component
    static class Trying {

        private final Orbits orbits;
        private final Kinds kinds;
        private final MemberNames names;

        Trying(Orbits orbits, Kinds kinds, MemberNames names) {
            this.orbits = orbits;
            this.kinds = kinds;
            this.names = names;
        }

        @Transactional(readOnly = true)
        WhatIf of(Map<Kind, Integer> instead) {
            var today = orbits.today();
            var moment = orbits.moment(today);
            var table = kinds.here();
            var now = orbits.board(today, Weights.of(table), moment);
            var then = orbits.board(today, Weights.of(table, instead), moment);
            var moved = new ArrayList<Moved>();
            var counts = new int[6];
            for (int i = 0; i < now.persons().size(); i++) {
                if (now.persons().counts(i, null)) {
                    count(counts, 0, Level.rank(now.step(i)), Level.rank(then.step(i)));
                    count(counts, 2, now.step(i), then.step(i));
                    count(counts, 4, now.rank(Profile.DECAY, i), then.rank(Profile.DECAY, i));
                    if (now.step(i) != then.step(i)) {
                        moved.add(new Moved(i, now.step(i), then.step(i)));
                    }
                }
            }
            moved.sort(Comparator.comparingInt((Moved m) -> Math.abs(m.to - m.from)).reversed());
            return new WhatIf(
                    new Change(counts[0], counts[1]),
                    new Change(counts[2], counts[3]),
                    new Change(counts[4], counts[5]),
                    now.standing(null),
                    then.standing(null),
                    named(moved.subList(0, Math.min(EXAMPLES, moved.size())), now.persons()));
        }

        private static void count(int[] counts, int at, int from, int to) {
            counts[at] += to > from ? 1 : 0;
            counts[at + 1] += to < from ? 1 : 0;
        }

        private List<Example> named(List<Moved> moved, Persons persons) {
            var called = names.of(moved.stream().map(m -> persons.id(m.person)).toList());
            return moved.stream()
                    .map(
                            m ->
                                    new Example(
                                            persons.id(m.person),
                                            called.getOrDefault(persons.id(m.person), ""),
                                            m.from,
                                            m.to))
                    .toList();
        }
    }
}
