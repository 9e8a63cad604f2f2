package org.folkmoot.sources.wordpress;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.folkmoot.sources.Connection;

/// Signs a request in by an application password (RFC 7617).
final class Badge {

    static final String SECRET = "application-password";

    private Badge() {}

    /// Empty where the site is only read as anybody may.
    static Optional<String> of(Connection connection) {
        return connection
                .secret(SECRET)
                .map(
                        password -> {
                            var both = connection.setting("username") + ":" + password;
                            var bytes = both.getBytes(StandardCharsets.UTF_8);
                            return "Basic " + Base64.getEncoder().encodeToString(bytes);
                        });
    }
}
