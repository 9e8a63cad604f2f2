package org.folkmoot.sources;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;

/// All platforms that can be connected.
@Component
public class Platforms {

    private final List<Connector> all;

    Platforms(List<Connector> all) {
        this.all =
                all.stream()
                        .sorted(
                                Comparator.comparing(
                                        Connector::title, String.CASE_INSENSITIVE_ORDER))
                        .toList();
    }

    /// By their titles.
    public List<Connector> all() {
        return all;
    }

    public Connector of(Source source) {
        return named(source.platform());
    }

    /// The platform of that name, or one of its other names.
    ///
    /// @throws Refusal.Unusable when there is none of that name
    public Connector named(String platform) {
        var asked = platform.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(c -> c.platform().equals(asked) || c.alsoCalled().contains(asked))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "There is no platform %s. There are: %s."
                                                .formatted(
                                                        platform,
                                                        all.stream()
                                                                .map(Connector::platform)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
