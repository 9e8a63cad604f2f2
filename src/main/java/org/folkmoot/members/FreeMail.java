package org.folkmoot.members;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Under which domains everybody may have a mailbox: `organisations/free-mail.txt`.
final class FreeMail {

    private static final Set<String> DOMAINS = read();

    private FreeMail() {}

    /// Whether this domain or one above it does.
    static boolean gives(String domain) {
        for (int dot = -1; (dot = domain.indexOf('.', dot + 1)) > 0; ) {
            if (DOMAINS.contains(domain.substring(dot + 1))) {
                return true;
            }
        }
        return DOMAINS.contains(domain);
    }

    private static Set<String> read() {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        FreeMail.class.getResourceAsStream(
                                                "/organisations/free-mail.txt")),
                                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
