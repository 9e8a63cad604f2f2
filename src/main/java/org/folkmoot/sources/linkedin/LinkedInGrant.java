package org.folkmoot.sources.linkedin;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;

/// A member's tokens hold for sixty days. Apps that LinkedIn chose get refresh tokens besides;
/// others need the consent once more.
record LinkedInGrant() implements Grant {

    private static final List<String> SCOPES =
            List.of("r_organization_social", "w_organization_social", "rw_organization_admin");

    @Override
    public Map<String, String> by(Connection connection, String refresh, Instant now) {
        return Grant.refreshed(connection, refresh);
    }

    /// Without the verifier: LinkedIn wants the app's secret instead.
    @Override
    public Ask ask(Connection connection, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.remove("code_verifier");
        return Grant.super.ask(connection, all);
    }

    @Override
    public Optional<Consent> consent(Connection connection) {
        return Optional.of(
                new Consent(URI.create(connection.setting("authorize-url")), SCOPES, Map.of()));
    }
}
