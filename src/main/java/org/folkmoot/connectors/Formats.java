package org.folkmoot.connectors;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;

/// All kinds of exports we can read.
@Component
public class Formats {

    static final String UNKNOWN =
            "This is no export that we know by sight. Say what it is, or see the list of formats.";

    private final List<Format> all;

    Formats(List<Format> all) {
        this.all = all.stream().sorted(Comparator.comparing((Format f) -> f.title())).toList();
    }

    public List<Format> all() {
        return all;
    }

    /// Each format's title by its name.
    Map<String, String> titles() {
        return all.stream().collect(Collectors.toMap(Format::name, Format::title));
    }

    /// The format of that name, or one of its other names.
    ///
    /// @throws Refusal.Unusable naming those there are
    public Format named(String name) {
        var asked = name.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(f -> f.name().equals(asked) || f.alsoCalled().contains(asked))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "There is no import called %s. Use one of: %s."
                                                .formatted(
                                                        name,
                                                        String.join(
                                                                ", ",
                                                                all.stream()
                                                                        .map(Format::name)
                                                                        .sorted()
                                                                        .toList()))));
    }

    /// The format this export seems to be. Plain CSV is the last resort: other tools' exports are
    /// CSV too.
    public Optional<Format> recognise(Tree tree) throws IOException {
        Optional<Format> csv = Optional.empty();
        for (var format : all) {
            if (format.name().equals("csv")) {
                csv = Optional.of(format);
            } else if (format.recognises(tree)) {
                return Optional.of(format);
            }
        }
        return csv.isPresent() && csv.get().recognises(tree) ? csv : Optional.empty();
    }
}
