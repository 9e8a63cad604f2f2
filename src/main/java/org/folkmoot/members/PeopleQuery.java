package org.folkmoot.members;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which people, in which order: what the address of a list says. Lists, segments, exports, bulk
/// actions and the API all read it from here.
///
/// @param q words that must all match, as typed
/// @param where what else is asked, those first that addresses have a parameter for
record PeopleQuery(String q, Condition where, PeopleSort sort) {

    static final PeopleQuery EVERYONE =
            new PeopleQuery("", Condition.everyone(), PeopleSort.LAST_ACTIVE);
    private static final int LONGEST = 200;

    /// One parameter of an address.
    record Param(String name, String value) {}

    /// One condition and the parameters it takes; none: it is part of `where`.
    private record Term(Condition condition, List<Param> params) {}

    PeopleQuery {
        where = Condition.all(terms(where).stream().map(Term::condition).toList());
    }

    /// @throws org.folkmoot.kernel.Refusal.Unusable for a value that cannot be read
    static PeopleQuery of(Map<String, List<String>> params, Criteria criteria) {
        var asked = new ArrayList<Condition>();
        for (var simple : Simple.ALL) {
            var detail = simple.detail();
            var detailed = detail == null ? null : one(params, detail.param());
            var values = all(params, simple.param());
            values.stream()
                    .limit(simple.many() ? values.size() : 1)
                    .map(v -> new Condition.Is(simple.use(v, detailed, criteria)))
                    .forEach(asked::add);
        }
        for (var text : params.getOrDefault("where", List.of())) {
            asked.add(criteria.read(text));
        }
        var q = words(one(params, "q"));
        var rest = Condition.all(asked).terms();
        var searched = rest.stream().filter(c -> q.isEmpty() && isWords(c)).findFirst();
        return new PeopleQuery(
                searched.map(PeopleQuery::wordsOf).orElse(q),
                Condition.all(
                        rest.stream()
                                .filter(c -> searched.isEmpty() || !c.equals(searched.get()))
                                .toList()),
                sort(one(params, "sort")));
    }

    /// The reverse of [#address()].
    static PeopleQuery of(String address, Criteria criteria) {
        var params = new LinkedHashMap<String, List<String>>();
        for (var pair : address.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                params.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                        .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return of(params, criteria);
    }

    /// Every condition, in the order in which it is shown, without the words.
    List<Condition> conditions() {
        return where.terms();
    }

    boolean everyone() {
        return q.isEmpty() && conditions().isEmpty();
    }

    /// All that is asked as one condition, the words with it.
    Condition whole() {
        return q.isEmpty()
                ? where
                : Condition.all(
                        List.of(
                                new Condition.Is(Use.of("words", "", Criterion.Shape.TEXT, q)),
                                where));
    }

    /// The parameters of its address; without the sort.
    List<Param> params() {
        var all = new ArrayList<Param>();
        if (!q.isEmpty()) {
            all.add(new Param("q", q));
        }
        var terms = terms(where);
        terms.forEach(t -> all.addAll(t.params()));
        var rest = terms.stream().filter(t -> t.params().isEmpty()).map(Term::condition).toList();
        if (!rest.isEmpty()) {
            all.add(new Param("where", Condition.all(rest).text()));
        }
        return all;
    }

    /// What a parameter of the address says; null if it is not there.
    @Nullable String param(String name) {
        return params().stream()
                .filter(p -> p.name().equals(name))
                .map(Param::value)
                .findFirst()
                .orElse(null);
    }

    /// `platform=slack&active=30&sort=name`; empty for everyone in the usual order.
    String address() {
        return sorted(sort);
    }

    /// The address of the same list in another order.
    String sorted(PeopleSort by) {
        var all = new ArrayList<>(params());
        if (by != PeopleSort.LAST_ACTIVE) {
            all.add(new Param("sort", by.key()));
        }
        return String.join(
                "&", all.stream().map(p -> p.name() + "=" + encoded(p.value())).toList());
    }

    /// The same list without the words searched for.
    PeopleQuery withoutWords() {
        return new PeopleQuery("", where, sort);
    }

    /// The same list without this condition.
    PeopleQuery without(Condition gone) {
        return new PeopleQuery(
                q,
                Condition.all(conditions().stream().filter(c -> !c.equals(gone)).toList()),
                sort);
    }

    /// A value as addresses have it, blanks as `%20`.
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Those that have a parameter, in the order of the parameters, then the others as they came.
    private static List<Term> terms(Condition where) {
        var rest = new ArrayList<>(where.terms().stream().distinct().toList());
        var all = new ArrayList<Term>();
        for (var simple : Simple.ALL) {
            for (var term : rest.stream().map(c -> new Term(c, simple.params(c))).toList()) {
                if (!term.params().isEmpty()) {
                    rest.remove(term.condition());
                    all.add(term);
                    if (!simple.many()) {
                        break;
                    }
                }
            }
        }
        rest.forEach(c -> all.add(new Term(c, List.of())));
        return all;
    }

    private static boolean isWords(Condition condition) {
        return condition instanceof Condition.Is(var use) && use.key().equals("words");
    }

    private static String wordsOf(Condition condition) {
        return condition instanceof Condition.Is(var use) ? use.text("") : "";
    }

    private static PeopleSort sort(@Nullable String key) {
        return Arrays.stream(PeopleSort.values())
                .filter(s -> s.key().equals(key))
                .findAny()
                .orElse(PeopleSort.LAST_ACTIVE);
    }

    private static String words(@Nullable String typed) {
        var clean = typed == null ? "" : typed.replace("\0", "").strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
    }

    private static List<String> all(Map<String, List<String>> params, String name) {
        return params.getOrDefault(name, List.of()).stream()
                .map(PeopleQuery::words)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String one(Map<String, List<String>> params, String name) {
        return all(params, name).stream().findFirst().orElse(null);
    }
}
