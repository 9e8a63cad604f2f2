package org.folkmoot.members;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.access.Colleagues.Colleague;
import org.jspecify.annotations.Nullable;

/// Colleagues as a note can name them: `@Grace Hopper`, or `@Grace` where that is clear.
public final class Mentionable {

    private final Map<String, Set<Long>> accounts = new HashMap<>();
    private final @Nullable Pattern names;

    public Mentionable(List<Colleague> team) {
        for (var mate : team) {
            add(mate.name(), mate.account());
        }
        var first =
                team.stream()
                        .collect(
                                Collectors.groupingBy(m -> key(m.name().strip().split("\\s+")[0])));
        first.forEach(
                (name, mates) -> {
                    if (mates.size() == 1) {
                        accounts.computeIfAbsent(name, _ -> Set.of(mates.getFirst().account()));
                    }
                });
        names =
                accounts.isEmpty()
                        ? null
                        : Pattern.compile(
                                "(?<![\\p{L}\\p{N}_.@])@("
                                        + accounts.keySet().stream()
                                                .sorted(
                                                        Comparator.comparingInt(String::length)
                                                                .reversed())
                                                .map(Pattern::quote)
                                                .collect(Collectors.joining("|"))
                                        + ")(?![\\p{L}\\p{N}_])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void add(String name, long account) {
        accounts.computeIfAbsent(key(name), _ -> new HashSet<>()).add(account);
    }

    /// Whom the text names. Of two with the very same name, both.
    public Set<Long> in(String text) {
        var found = new HashSet<Long>();
        if (names != null) {
            var each = names.matcher(text);
            while (each.find()) {
                found.addAll(accounts.getOrDefault(key(each.group(1)), Set.of()));
            }
        }
        return found;
    }

    /// The Markdown with each name set apart as `<bdi>`; listings stay as they are.
    String marked(String text) {
        if (names == null || text.indexOf('@') < 0) {
            return text;
        }
        return text.lines()
                .map(
                        line ->
                                line.contains("`") || line.startsWith("    ")
                                        ? line
                                        : names.matcher(line)
                                                .replaceAll(
                                                        found ->
                                                                Matcher.quoteReplacement(
                                                                        "<bdi>"
                                                                                + found.group()
                                                                                + "</bdi>")))
                .collect(Collectors.joining("\n"));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
