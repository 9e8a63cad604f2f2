package org.folkmoot.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Which given names call the same person: Bob is Robert, Саша is Александр. A name may be short
/// for more than one (Chris: Christopher, Christian, Christina).
final class Nicknames {

    private static final Map<String, List<Integer>> GROUPS = read();

    private Nicknames() {}

    /// Whether two folded given names may be one.
    static boolean alike(String one, String other) {
        var groups = GROUPS.get(one);
        var others = GROUPS.get(other);
        return groups != null && others != null && groups.stream().anyMatch(others::contains);
    }

    /// Whether this is a given name that many bear.
    static boolean isCommon(String word) {
        return GROUPS.containsKey(word);
    }

    private static Map<String, List<Integer>> read() {
        var groups = new HashMap<String, List<Integer>>();
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Nicknames.class.getResourceAsStream(
                                                "/matching/nicknames.txt")),
                                StandardCharsets.UTF_8))) {
            var number = 0;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    number++;
                    for (var name : line.strip().split("\\s+")) {
                        groups.computeIfAbsent(Folding.latin(name), _ -> new ArrayList<>())
                                .add(number);
                    }
                }
            }
            return groups;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
