package org.folkmoot.sources.hearing;

import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.vault.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a handshake brought that a person has to type in at the platform. It lies sealed until
/// somebody looks at it, which is once.
@Component
@Transactional
public class Brought {

    private static final String NAME = "brought";

    private final Secrets secrets;
    private final Trail trail;

    Brought(Secrets secrets, Trail trail) {
        this.secrets = secrets;
        this.trail = trail;
    }

    /// The latest takes the place of one that nobody looked at.
    void keep(long source, String secret) {
        secrets.keep(source, NAME, secret);
    }

    @Transactional(readOnly = true)
    public boolean waits(long source) {
        return secrets.open(source, NAME).isPresent();
    }

    /// Gives it and forgets it; empty when somebody looked before.
    public Optional<String> look(Source source) {
        var told = secrets.open(source.id(), NAME);
        if (told.isPresent()) {
            secrets.drop(source.id(), NAME);
            trail.record(
                    "verification token shown",
                    "connection",
                    Long.toString(source.id()),
                    Map.of("platform", source.platform(), "name", source.name()));
        }
        return told;
    }
}
