package org.folkmoot.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All written material of the demo, from the resources under `/demo`.
final class Texts {

    private static final List<String> PROBLEMS = List.of(
            "install", "theming", "search", "plugins", "i18n", "build", "deployment", "versions",
            "accessibility", "performance", "workflow");

    final List<Script> problems = new ArrayList<>();
    final List<Script> foreign = scripts("foreign");
    final List<Script> chat = scripts("chat");
    final List<Script> ideas = scripts("ideas");
    final List<Script> intros = scripts("intros");
    final List<Script> crisis = scripts("crisis");
    final List<Script> changes = scripts("changes");
    private final List<Script> announcements = scripts("announcements");
    private final Map<String, List<String>> phrases = new HashMap<>();

    Texts() {
        for (var name : PROBLEMS) {
            problems.addAll(scripts("problems/" + name));
        }
        var into = new ArrayList<String>();
        for (var line : lines("phrases")) {
            if (line.startsWith("== ")) {
                into = new ArrayList<>();
                phrases.put(line.substring(3), into);
            } else {
                into.add(line);
            }
        }
    }

    /// @throws IllegalArgumentException when there are no phrases of that name
    List<String> phrases(String name) {
        var found = phrases.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No phrases named " + name);
        }
        return found;
    }

    boolean hasPhrases(String name) {
        return phrases.containsKey(name);
    }

    Script announcement(String id) {
        return announcements.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    /// The lines of a resource without blank lines and comments; `\n` stands for a line break.
    static List<String> lines(String name) {
        try (var in = Texts.class.getResourceAsStream("/demo/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("Missing resource demo/" + name + ".txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> line.replace("\\n", "\n"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Script> scripts(String name) {
        var scripts = new ArrayList<Script>();
        for (var line : lines(name)) {
            if (line.startsWith("== ")) {
                var head = line.substring(3).split(" ", -1);
                scripts.add(new Script(
                        head[0], head[1], head[2], head.length > 3 ? head[3] : "en",
                        new LinkedHashMap<>()));
            } else {
                scripts.getLast()
                        .lines()
                        .computeIfAbsent(line.charAt(0), part -> new ArrayList<>())
                        .add(line.substring(2));
            }
        }
        return scripts;
    }
}
