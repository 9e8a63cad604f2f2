package org.folkmoot.connectors.git;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who people want to be called, as a `.mailmap` file tells it (gitmailmap(5)): addresses and names
/// are looked up without regard to case; what a later line says is laid over what an earlier one
/// said of the same address; a line with the name as committed goes before one without.
final class Mailmap {

    static final Mailmap NONE = new Mailmap();

    private record Target(@Nullable String name, @Nullable String email) {}

    private final Map<String, Target> byEmail = new HashMap<>();
    private final Map<String, Map<String, Target>> byName = new HashMap<>();

    private Mailmap() {}

    static Mailmap of(List<String> lines) {
        var map = new Mailmap();
        lines.forEach(map::add);
        return map;
    }

    /// The one meant by a name and address as they stand in a commit.
    Who resolve(Who as) {
        var email = key(as.email());
        var named = byName.getOrDefault(email, Map.of()).get(key(as.name()));
        var target = named == null ? byEmail.get(email) : named;
        return target == null
                ? as
                : new Who(
                        target.name() == null ? as.name() : target.name(),
                        target.email() == null ? as.email() : target.email());
    }

    /// Whether the address alone tells who is meant, whatever the name. Then it is an account of
    /// its own, of the one meant.
    boolean byAddress(Who as) {
        var email = key(as.email());
        return byEmail.containsKey(email)
                && !byName.getOrDefault(email, Map.of()).containsKey(key(as.name()));
    }

    /// Whether anything is said of this address under this name.
    boolean tells(String name, String email) {
        var at = key(email);
        return byEmail.containsKey(at) || byName.getOrDefault(at, Map.of()).containsKey(key(name));
    }

    /// Every address that is named, as somebody's own or as one of the others, in lower case.
    Set<String> addresses() {
        var all = new HashSet<>(byEmail.keySet());
        all.addAll(byName.keySet());
        for (var target : byEmail.values()) {
            if (target.email() != null) {
                all.add(key(target.email()));
            }
        }
        byName.values().stream()
                .flatMap(names -> names.values().stream())
                .map(Target::email)
                .filter(java.util.Objects::nonNull)
                .forEach(email -> all.add(key(email)));
        return all;
    }

    private void add(String line) {
        if (line.startsWith("#")) {
            return;
        }
        var first = Part.of(line, 0);
        if (first == null || first.email().isEmpty()) {
            return;
        }
        var second = Part.of(line, first.end());
        if (second == null) {
            lay(first.email(), new Target(first.name(), null));
        } else if (second.name() == null) {
            lay(second.email(), new Target(first.name(), first.email()));
        } else {
            byName.computeIfAbsent(key(second.email()), _ -> new HashMap<>())
                    .put(key(second.name()), new Target(first.name(), first.email()));
        }
    }

    private void lay(String email, Target later) {
        byEmail.merge(
                key(email),
                later,
                (old, now) ->
                        new Target(
                                now.name() == null ? old.name() : now.name(),
                                now.email() == null ? old.email() : now.email()));
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// `Name <email>` of a line, the name perhaps missing.
    private record Part(@Nullable String name, String email, int end) {

        static @Nullable Part of(String line, int from) {
            var open = line.indexOf('<', from);
            var close = open < 0 ? -1 : line.indexOf('>', open);
            if (close < 0) {
                return null;
            }
            var name = line.substring(from, open).strip();
            return new Part(
                    name.isEmpty() ? null : name,
                    line.substring(open + 1, close).strip(),
                    close + 1);
        }
    }
}
