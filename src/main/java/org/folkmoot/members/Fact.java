package org.folkmoot.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.web.PlatformNames;
import org.jspecify.annotations.Nullable;

/// One field of a profile with all that is known of it.
///
/// @param values at least one, the one that counts first: what was said by hand, else the latest
public record Fact(ProfileField field, List<Value> values) {

    public Fact {
        values = List.copyOf(values);
    }

    /// A value with everybody who tells it.
    ///
    /// @param sources the latest first
    public record Value(String value, List<Source> sources) {
        public Value {
            sources = List.copyOf(sources);
        }

        public Source source() {
            return sources.getFirst();
        }
    }

    /// Who tells a value.
    ///
    /// @param on the platform of the account, "GitHub"; by hand, the teammate
    /// @param asOf when it was true; null if nobody knows
    public record Source(String on, boolean byHand, @Nullable Instant asOf) {

        /// Goes on from a value: "from GitHub", "said by Grace".
        public String words() {
            return (byHand ? "said by " : "from ") + on;
        }
    }

    /// What was said by hand last, field by field.
    ///
    /// @param value null where the platforms are to be believed
    record Said(@Nullable String value, String by, Instant at, long on) {
        static final Comparator<Said> LATER =
                Comparator.comparing(Said::at)
                        .thenComparing(Comparator.comparingLong(Said::on).reversed());
    }

    /// The value that counts.
    public Value counts() {
        return values.getFirst();
    }

    /// All fields of which anything is known.
    ///
    /// @param accounts the busiest first: by it a name counts, all else by its time
    static List<Fact> of(List<Member.Account> accounts, Map<String, Said> said) {
        var facts = new ArrayList<Fact>();
        for (var field : ProfileField.values()) {
            var values = new LinkedHashMap<String, Value>();
            var byHand = said.get(field.key());
            if (byHand != null && byHand.value() != null) {
                add(values, byHand.value(), new Source(byHand.by(), true, byHand.at()));
            }
            for (var told : told(accounts, field)) {
                add(values, told.value(), told.source());
            }
            if (!values.isEmpty()) {
                facts.add(new Fact(field, List.copyOf(values.values())));
            }
        }
        return List.copyOf(facts);
    }

    private static List<Value> told(List<Member.Account> accounts, ProfileField field) {
        if (field == ProfileField.NAME) {
            return accounts.stream()
                    .filter(a -> a.name() != null && !a.name().isBlank())
                    .map(a -> value(a, new Profile.Dated(a.name(), since(a))))
                    .toList();
        }
        record Telling(Member.Account account, Profile.Dated dated) {}
        var telling = new ArrayList<Telling>();
        for (var account : accounts) {
            var dated = account.told().fields().get(field.key());
            if (dated != null) {
                telling.add(new Telling(account, dated));
            }
        }
        telling.sort(Comparator.comparing(Telling::dated, Profile.LATER.reversed()));
        return !telling.isEmpty() && telling.getFirst().dated().v().isBlank()
                ? List.of() // the latest word is that there is none
                : telling.stream()
                        .filter(t -> !t.dated().v().isBlank())
                        .map(t -> value(t.account(), t.dated()))
                        .toList();
    }

    private static String since(Member.Account account) {
        var name = account.told().fields().get("name");
        return name == null ? "" : name.at();
    }

    private static Value value(Member.Account account, Profile.Dated dated) {
        return new Value(
                dated.v(),
                List.of(
                        new Source(
                                PlatformNames.of(account.platform()),
                                false,
                                dated.at().isEmpty() ? null : dated.instant())));
    }

    private static void add(Map<String, Value> values, String value, Source source) {
        values.merge(
                value.strip().toLowerCase(Locale.ROOT),
                new Value(value, List.of(source)),
                (known, _) -> {
                    var sources = new ArrayList<>(known.sources());
                    if (sources.stream().noneMatch(s -> s.words().equals(source.words()))) {
                        sources.add(source);
                    }
                    return new Value(known.value(), sources);
                });
    }
}
