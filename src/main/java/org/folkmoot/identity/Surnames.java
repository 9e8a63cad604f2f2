package org.folkmoot.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Surnames that many bear everywhere, so that a small community does not take them for rare.
final class Surnames {

    private static final Set<String> COMMON = read();

    private Surnames() {}

    static boolean isCommon(String word) {
        return COMMON.contains(word);
    }

    private static Set<String> read() {
        try (var in =
                Objects.requireNonNull(
                        Surnames.class.getResourceAsStream("/matching/surnames.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                    .map(Folding::latin)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
