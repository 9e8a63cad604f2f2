package org.folkmoot.ties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/// People and the ties among them, with what their shape says.
///
/// @param lines by the places of both in `people`, the strongest first
record Picture(List<Person> people, List<Shape.Line> lines) {

    /// Lines beside the five strongest of each person are drawn up to this many in all.
    private static final int DRAWN = 6_000;

    private static final int OWN = 5;

    /// Whoever lies on this share of the shortest ways is named as a bridge.
    private static final double BRIDGE = 0.02;

    /// A person in the picture.
    ///
    /// @param platform where they have been first; may be empty
    /// @param ties how many in the picture they know
    /// @param strength all their ties in it together, as of today
    /// @param group from 0, the largest first
    /// @param piece the same for what hangs together at all
    /// @param cut whether without them a part would hang together no more
    /// @param between on which share of the shortest ways between others they lie, 0 to 1
    record Person(
            long member,
            String name,
            String role,
            String organisation,
            String platform,
            int ties,
            double strength,
            int group,
            int piece,
            boolean cut,
            double between) {

        private Person called(Surroundings.Node now) {
            return new Person(
                    member,
                    now.name(),
                    now.role(),
                    now.organisation(),
                    now.platform(),
                    ties,
                    strength,
                    group,
                    piece,
                    cut,
                    between);
        }

        boolean bridge() {
            return ties > 1 && ((cut && between > 0) || between >= BRIDGE);
        }
    }

    static Picture of(List<Surroundings.Node> nodes, List<Surroundings.Line> ties) {
        var place = new HashMap<Long, Integer>();
        nodes.forEach(n -> place.put(n.member(), place.size()));
        var lines = new ArrayList<Shape.Line>();
        for (var tie : ties) {
            var a = place.get(tie.one());
            var b = place.get(tie.other());
            if (a != null && b != null) {
                lines.add(new Shape.Line(a, b, tie.weight()));
            }
        }
        var shape = Shape.of(nodes.size(), lines);
        var groups = shape.groups();
        var pieces = shape.pieces();
        var cuts = shape.cuts();
        var between = shape.between();
        var people =
                IntStream.range(0, nodes.size())
                        .mapToObj(
                                n -> {
                                    var node = nodes.get(n);
                                    return new Person(
                                            node.member(),
                                            node.name(),
                                            node.role(),
                                            node.organisation(),
                                            node.platform(),
                                            shape.degree(n),
                                            shape.strength(n),
                                            groups[n],
                                            pieces[n],
                                            cuts[n],
                                            between[n]);
                                })
                        .toList();
        return new Picture(people, List.copyOf(lines));
    }

    List<Long> members() {
        return people.stream().map(Person::member).toList();
    }

    /// The same with names and the like as they are now.
    ///
    /// @param nodes the same people in the same order
    Picture called(List<Surroundings.Node> nodes) {
        return new Picture(
                IntStream.range(0, people.size())
                        .mapToObj(n -> people.get(n).called(nodes.get(n)))
                        .toList(),
                lines);
    }

    /// The lines worth drawing: the strongest, and of each person the five strongest.
    List<Shape.Line> drawn() {
        var own = new int[people.size()];
        var drawn = new ArrayList<Shape.Line>();
        for (var line : lines) {
            own[line.a()]++;
            own[line.b()]++;
            if (drawn.size() < DRAWN || own[line.a()] <= OWN || own[line.b()] <= OWN) {
                drawn.add(line);
            }
        }
        return drawn;
    }

    /// Who holds parts together, whoever lies on most ways first.
    List<Person> bridges() {
        return people.stream()
                .filter(Person::bridge)
                .sorted(Comparator.comparingDouble(Person::between).reversed())
                .toList();
    }

    /// The groups of three or more, the largest first; in each the best connected first.
    List<List<Person>> groups() {
        return parts(Person::group).stream().filter(g -> g.size() > 2).toList();
    }

    /// Whoever hangs together with each other, but not with the many.
    List<List<Person>> islands() {
        return parts(Person::piece).stream().skip(1).toList();
    }

    private List<List<Person>> parts(java.util.function.ToIntFunction<Person> by) {
        var parts = new java.util.TreeMap<Integer, List<Person>>();
        people.stream()
                .sorted(Comparator.comparingDouble(Person::strength).reversed())
                .forEach(
                        p ->
                                parts.computeIfAbsent(by.applyAsInt(p), _ -> new ArrayList<>())
                                        .add(p));
        return List.copyOf(parts.values());
    }
}
