package org.folkmoot.organisations;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.organisations.Suggestion.Known;
import org.folkmoot.organisations.Suggestion.Names;

/// Which names may be one organisation's.
final class Likeness {

    /// Words that say in which form something is founded, and nothing of who it is.
    static final Set<String> FORMS =
            Set.of(
                    ("inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh ag kg ug"
                                    + " mbh ohg gbr ev eg se sa sas sarl srl spa sl bv nv vof ab as asa aps oy oyj"
                                    + " kk kft zrt sro spol sp zoo ooo pty pte pvt the 株式会社 有限会社")
                            .split(" ", -1));

    private Likeness() {}

    /// What is left of a key without the words of its form: `acme inc` is `acme`. The key itself
    /// when nothing is left.
    static String core(String key) {
        var words =
                Arrays.stream(key.split(" ", -1))
                        .filter(w -> !FORMS.contains(w))
                        .collect(Collectors.joining());
        return words.isEmpty() ? key : words;
    }

    /// Pairs of names that share their core, each with the one of most people; those with an
    /// organisation before those without.
    static List<Names> alike(List<Known> all, Set<List<String>> apart) {
        var best =
                Comparator.comparingInt((Known k) -> k.id() == null ? 1 : 0)
                        .thenComparingInt(k -> -k.people())
                        .thenComparing(Known::name);
        return all.stream().collect(Collectors.groupingBy(k -> core(k.key()))).entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .flatMap(
                        group -> {
                            var sorted = group.getValue().stream().sorted(best).toList();
                            var one = sorted.getFirst();
                            return sorted.stream()
                                    .skip(1)
                                    .filter(o -> o.id() == null || !o.id().equals(one.id()))
                                    .filter(o -> !apart.contains(pair(one.key(), o.key())))
                                    .map(o -> new Names(one, o, group.getKey()));
                        })
                .sorted(
                        Comparator.comparingInt((Names n) -> -n.people())
                                .thenComparing(n -> n.other().name()))
                .toList();
    }

    /// In an order that is the same whichever comes first.
    static List<String> pair(String one, String other) {
        return one.compareTo(other) <= 0 ? List.of(one, other) : List.of(other, one);
    }
}
